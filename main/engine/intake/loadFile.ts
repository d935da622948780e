import { randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/index.ts';
import type { ColumnOption, Dataset, ReadOptions, Remark } from '#shared/intake/index.ts';
import { quarantineTableOf, tableOf } from '../datasets/index.ts';
import type { Session, Sql, Warehouse } from '../warehouse/index.ts';
import { sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { openBook } from './books.ts';
import { type IntakeContext, stopIfCancelled } from './context.ts';
import { loadDelimitedText } from './delimited/index.ts';
import { MistakenEncoding } from './delimited/judge.ts';
import { loadDuckDb } from './duckdb/load.ts';
import { fieldTypeOf } from './fields.ts';
import { loadJson } from './json/load.ts';
import { loadJsonLines } from './jsonl/load.ts';
import type { LoadedParts, Loading, LoadTarget } from './loading.ts';
import { ownFiguresOf } from './ownFigures.ts';
import { loadParquet } from './parquet/load.ts';
import { profile } from './profile.ts';
import { type Recognised, recognise } from './recognise.ts';
import { SecretsFound, settleSecrets, type UnsaidSecrets, withoutSecrets } from './secrets.ts';
import { suggestBelowSecret, suggestSensitivity } from './sensitivity.ts';
import { loadSheet } from './sheets/load.ts';
import { type Source, withSource } from './source/source.ts';
import { withStaged } from './source/stage.ts';
import { loadSqlite } from './sqlite/load.ts';

export const version = 1;

/** Rows by which the sensitivity of columns is told. */
const rowsLookedAt = 500;

export function targetOf(id: string): LoadTarget {
  const table = { id, version };
  return { id, rows: tableOf(table), quarantine: quarantineTableOf(table) };
}

/** Loads one file into tables of its own, which no dataset owns yet. */
export async function loadSource(
  workspace: Workspace,
  source: Source,
  name: string,
  options: ReadOptions,
  context: IntakeContext,
  unsaid: UnsaidSecrets,
): Promise<Dataset> {
  const recognised = await recognise(source, options);
  return withoutSecrets(options, unsaid, source.file, (settled) =>
    loadInEncoding({ workspace, source, name, options: settled, context, unsaid }, recognised),
  );
}

/** A file to load, and how. */
interface Job {
  readonly workspace: Workspace;
  readonly source: Source;
  readonly name: string;
  readonly options: ReadOptions;
  readonly context: IntakeContext;
  readonly unsaid: UnsaidSecrets;
}

async function loadInEncoding(job: Job, recognised: Recognised): Promise<Dataset> {
  try {
    return await loadWithoutNul(job, recognised);
  } catch (thrown) {
    if (!(thrown instanceof MistakenEncoding)) throw thrown;
    try {
      return await loadWithoutNul(job, { ...recognised, encoding: thrown.encoding, onlyAscii: false });
    } catch (again) {
      // Not that one throughout, either: then the file is what it seemed to be, with bytes that are damaged.
      if (!(again instanceof AppError) || again.messageId !== 'fileBadEncoding') throw again;
      return loadWithoutNul(job, { ...recognised, onlyAscii: false });
    }
  }
}

/** NUL bytes are looked for while loading, and taken out only where there are some. */
async function loadWithoutNul(job: Job, recognised: Recognised): Promise<Dataset> {
  try {
    return await loadRecognised(job, recognised);
  } catch (thrown) {
    const nul = thrown instanceof AppError && thrown.messageId === 'fileHasNul';
    if (!nul || recognised.withoutNul) throw thrown;
    return loadRecognised(job, { ...recognised, withoutNul: true });
  }
}

async function loadRecognised(job: Job, recognised: Recognised): Promise<Dataset> {
  const { workspace, source, name, options, context, unsaid } = job;
  const { gzip, encoding, format } = recognised;
  const id = randomBytes(6).toString('hex');
  const target = targetOf(id);
  let nulBytes = 0;
  const onNul = (count: number) => {
    nulBytes += count;
  };
  const stage = {
    ...{ extension: `.${format}`, gzip, encoding },
    plain: format === 'delimited' && !recognised.bom && !recognised.withoutNul,
    onNul: recognised.withoutNul ? onNul : undefined,
  };
  return withStaged(workspace.warehouse, source, stage, context, async (staged) => {
    const { warehouse } = workspace;
    try {
      const parts = await loadStaged({
        warehouse,
        file: source.file,
        source: source.path,
        path: staged.path,
        digest: staged.digest,
        recognised,
        options,
        settle: (columns) => settleSecrets(columns, options, unsaid, source.file),
        target,
        context,
      });
      // Its log was copied after it: the two are of one moment only where nothing was written in between.
      if (format === 'sqlite' || format === 'duckdb') await source.assertUnchanged();
      const said = new Map((parts.options.columns ?? []).map((option) => [option.name ?? option.column, option]));
      const fields = await warehouse.withSession(
        (session) => fieldsOf(session, target.rows, said, unsaid, context),
        context.signal,
      );
      stopIfCancelled(context);
      const remarks: Remark[] = [...(parts.remarks ?? [])];
      if (nulBytes > 0) remarks.push({ kind: 'nulBytes', count: nulBytes, atLeast: false, names: [] });
      const ownFigures = ownFiguresOf(parts.totalRows ?? [], fields, { forms: parts.forms, format });
      return {
        ...{ id, name, version, file: source.file, bytes: source.bytes },
        sha256: staged.sha256 ?? parts.sha256 ?? '',
        format,
        options: { format, ...(encoding === null ? {} : { encoding }), ...parts.options },
        ...(parts.accounting === undefined ? {} : { accounting: parts.accounting }),
        ...{ rows: parts.rows, quarantined: parts.quarantined, loadedAt: new Date().toISOString(), fields },
        ...(remarks.length > 0 ? { remarks } : {}),
        ...(ownFigures.length > 0 ? { ownFigures } : {}),
        ...(Object.keys(parts.forms ?? {}).length > 0 ? { forms: parts.forms } : {}),
      };
    } catch (thrown) {
      await dropTables(warehouse, target);
      throw thrown;
    }
  });
}

function loadStaged(loading: Loading): Promise<LoadedParts> {
  const { format } = loading.recognised;
  switch (format) {
    case 'delimited':
      return loadDelimitedText(loading);
    case 'jsonl':
      return loadJsonLines(loading);
    case 'sqlite':
      return loadSqlite(loading);
    case 'duckdb':
      return loadDuckDb(loading);
    case 'json':
      return loadJson(loading);
    case 'parquet':
      return loadParquet(loading);
    case 'xlsx':
    case 'xls':
      return withSource(loading.path, async (staged) => loadSheet(await openBook(format, staged), loading), {
        file: loading.file,
      });
  }
}

export async function fieldsOf(
  session: Session,
  table: Sql,
  said: ReadonlyMap<string, ColumnOption>,
  unsaid: UnsaidSecrets,
  context: IntakeContext,
) {
  context.progress?.({ stage: 'profiling', share: null });
  const described = await session.describe(sql`SELECT * FROM ${table}`);
  const sample = await session.columns(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${table} LIMIT ${rowsLookedAt}`);
  const sensitivities = described.map(({ name, type }, i) => {
    const column = sample.columns[i];
    const suggest = said.get(name)?.skip === false ? suggestBelowSecret : suggestSensitivity;
    return suggest(name, fieldTypeOf(type), column?.kind === 'text' ? column.values : []);
  });
  const secrets = described.filter((_, i) => sensitivities[i] === 'secret');
  if (secrets.length > 0 && unsaid !== 'keep')
    throw new SecretsFound(secrets.map(({ name }) => said.get(name)?.column ?? name));
  return profile(session, table, described, sensitivities, context);
}

/** The rows are committed before they are profiled: tables of a running transaction are read by one thread only. */
export async function dropTables(warehouse: Warehouse, target: LoadTarget): Promise<void> {
  await warehouse.run(sql`DROP TABLE IF EXISTS ${target.rows}`);
  await warehouse.run(sql`DROP TABLE IF EXISTS ${target.quarantine}`);
}
