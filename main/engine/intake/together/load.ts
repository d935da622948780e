import { randomBytes } from 'node:crypto';
import type { CallProgress } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type {
  Accounting,
  ColumnOption,
  Dataset,
  FieldType,
  FilePart,
  Preview,
  ReadOptions,
} from '#shared/intake/index.ts';
import { lineFormOf } from '../../datasets/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../../warehouse/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { together } from '../accounting.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createQuarantine } from '../delimited/quarantine.ts';
import { nativeTypes } from '../delimited/storage.ts';
import { inspectSource } from '../inspect.ts';
import { dropTables, fieldsOf, loadSource, targetOf, version } from '../loadFile.ts';
import type { LoadTarget } from '../loading.ts';
import { columnNames } from '../names.ts';
import { figuresTogether } from '../ownFigures.ts';
import type { Parts } from '../place.ts';
import { type UnsaidSecrets, withoutSecrets } from '../secrets.ts';
import { digestOf } from './digest.ts';
import { sourceColumn } from './inspect.ts';
import { optionsOfPart } from './options.ts';
import { type FittingPart, keyOf, planTogether, wider } from './plan.ts';

type LoadPart = (at: number, fitting: FittingPart, types: ReadonlyMap<string, FieldType>) => Promise<Dataset | null>;

interface LoadedPart {
  readonly fitting: FittingPart;
  /** Null for a file that has a header and no row. */
  readonly dataset: Dataset | null;
}

/** Loads several files as one table, without the columns in which only all the rows together show a secret. */
export function loadTogether(
  workspace: Workspace,
  parts: Parts,
  name: string,
  options: ReadOptions,
  context: IntakeContext,
  unsaid: UnsaidSecrets,
): Promise<Dataset> {
  return withoutSecrets(options, unsaid, parts.file, (settled) =>
    loadParts(workspace, parts, name, settled, context, unsaid),
  );
}

/** Each file goes into tables of its own first, which then go into one. */
async function loadParts(
  workspace: Workspace,
  parts: Parts,
  name: string,
  options: ReadOptions,
  context: IntakeContext,
  unsaid: UnsaidSecrets,
): Promise<Dataset> {
  const { columns: _, ...asFound } = optionsOfPart(options, { columns: [], typesFixed: false }, () => undefined);
  const look = (part: Parts['all'][number]) =>
    part.open((source) => inspectSource(workspace, source, asFound, context), context);
  const plan = await planTogether(parts, look, context.signal);
  const target = targetOf(randomBytes(6).toString('hex'));
  const made = new Set<string>();
  const loadPart: LoadPart = (at, { part, preview }, types) => {
    const bytesAfter = plan.fitting.slice(at + 1).reduce((total, after) => total + after.preview.bytes, 0);
    const quiet = quietly(context, at / plan.fitting.length, bytesAfter);
    const own = optionsOfPart(options, preview, (column) => types.get(keyOf(column)));
    return part.open(async (source) => {
      try {
        const dataset = await loadSource(workspace, source, part.name, own, quiet, unsaid);
        made.add(dataset.id);
        return dataset;
      } catch (thrown) {
        if (thrown instanceof AppError && /^file(?:HeaderOnly|NoRows|Empty)$/.test(thrown.messageId)) return null;
        throw thrown;
      }
    }, quiet);
  };
  try {
    const loaded = await loadAlike(plan.fitting, plan.columns, loadPart, context, async (dataset) => {
      await dropTables(workspace.warehouse, targetOf(dataset.id));
      made.delete(dataset.id);
    });
    const rows = loaded.reduce((total, { dataset }) => total + (dataset?.rows ?? 0), 0);
    if (rows === 0 && !context.allowEmpty) throw new AppError('validation', 'fileNoRows', { file: parts.file });
    await combine(workspace, loaded, target, context);
    const fields = await workspace.warehouse.withSession(
      (session) => fieldsOf(session, target.rows, saidOf(loaded), unsaid, context),
      context.signal,
    );
    stopIfCancelled(context);
    const accounting = accountOf(loaded);
    const ownFigures = figuresTogether(loaded.map(({ dataset }) => dataset?.ownFigures));
    const first = loaded.find(({ dataset }) => dataset !== null)?.dataset;
    return {
      ...{ id: target.id, name, version, file: parts.file },
      bytes: plan.fitting.reduce((total, { preview }) => total + preview.bytes, 0),
      sha256: digestOf(
        loaded.map(({ fitting, dataset }) => ({ name: fitting.part.name, sha256: dataset?.sha256 ?? '' })),
      ),
      format: first?.format ?? 'delimited',
      options: { ...options, ...(parts.entries.length > 0 ? { together: true } : {}) },
      ...{ rows, quarantined: loaded.reduce((total, { dataset }) => total + (dataset?.quarantined ?? 0), 0) },
      ...(accounting === null ? {} : { accounting }),
      ...{ loadedAt: new Date().toISOString(), fields, parts: accountsOf(loaded), remarks: [...plan.remarks] },
      ...(ownFigures.length > 0 ? { ownFigures } : {}),
    };
  } catch (thrown) {
    await dropTables(workspace.warehouse, target);
    throw thrown;
  } finally {
    for (const id of made) await dropTables(workspace.warehouse, targetOf(id));
  }
}

/** Parts report shares of their own, which would run back and forth: only what they say of a slow disk is passed on. */
function quietly({ signal, progress }: IntakeContext, share: number, bytesAfter: number): IntakeContext {
  let said = false;
  const pass = ({ disk }: CallProgress) => {
    if (disk?.kind === 'slow') {
      const secondsLeft = disk.secondsLeft + Math.ceil(bytesAfter / Math.max(1, disk.bytesPerSecond));
      progress?.({ stage: 'loading', share, disk: { ...disk, secondsLeft } });
    } else if (disk || said) progress?.({ stage: 'loading', share, disk });
    said = disk !== undefined;
  };
  return { signal, allowEmpty: true, progress: progress && pass };
}

/** Rounds that settle the types: later rows may show one that the beginnings did not. */
const rounds = 3;

/** Loads all parts with the same types. Where one turns out wider, those that differ are read again. */
async function loadAlike(
  fitting: readonly FittingPart[],
  columns: readonly Preview['columns'][number][],
  loadPart: LoadPart,
  context: IntakeContext,
  drop: (dataset: Dataset) => Promise<void>,
): Promise<LoadedPart[]> {
  const types = new Map(columns.map(({ column, type }) => [keyOf(column), type]));
  const loaded: LoadedPart[] = [];
  for (const part of fitting) {
    context.progress?.({ stage: 'loading', share: loaded.length / fitting.length });
    loaded.push({ fitting: part, dataset: await loadPart(loaded.length, part, types) });
  }
  for (let round = 1; round < rounds; round++) {
    const before = new Map(types);
    for (const { dataset } of loaded)
      for (const { name, type, nulls } of dataset?.fields ?? []) {
        const known = types.get(keyOf(name));
        if (known !== undefined && nulls < (dataset?.rows ?? 0)) types.set(keyOf(name), wider(known, type));
      }
    const changed = [...types].filter(([key, type]) => before.get(key) !== type).map(([key]) => key);
    if (changed.length === 0) break;
    for (const [i, { fitting: part, dataset }] of loaded.entries()) {
      const differs = dataset?.fields.some(
        ({ name, type }) => changed.includes(keyOf(name)) && types.get(keyOf(name)) === 'text' && type !== 'text',
      );
      if (!dataset || !differs) continue;
      await drop(dataset);
      loaded[i] = { fitting: part, dataset: await loadPart(i, part, types) };
    }
  }
  return loaded;
}

async function combine(
  { warehouse }: Workspace,
  loaded: readonly LoadedPart[],
  target: LoadTarget,
  context: IntakeContext,
): Promise<void> {
  const parts = loaded.flatMap(({ fitting, dataset }) => (dataset ? [{ file: fitting.part.name, dataset }] : []));
  const columns = new Map<string, { name: string; type: FieldType; native: string }>();
  for (const { dataset } of parts)
    for (const { name, type, nativeType } of dataset.fields) {
      const known = columns.get(keyOf(name));
      const both = known === undefined ? type : wider(known.type, type);
      const native = known === undefined || known.native === nativeType ? nativeType : nativeOf(both);
      columns.set(keyOf(name), { name: known?.name ?? name, type: both, native });
    }
  const all = [...columns.entries()];
  const source = columnNames([...all.map(([, { name }]) => name), sourceColumn]).at(-1) ?? sourceColumn;
  const definitions = all.map(([, { name, native }]) => sql`${identifier(name)} ${raw(native)}`);
  await warehouse.transaction(async (session) => {
    await session.run(
      sql`CREATE TABLE ${target.rows} (${join([...definitions, sql`${identifier(source)} VARCHAR`], ', ')})`,
    );
    await session.run(createQuarantine(target.quarantine));
    for (const { file, dataset } of parts) {
      const from = targetOf(dataset.id);
      const own = new Map(dataset.fields.map((field) => [keyOf(field.name), field.name]));
      const values = all.map(([key, { native }]): Sql => {
        const name = own.get(key);
        return name === undefined ? sql`NULL` : sql`CAST(${identifier(name)} AS ${raw(native)})`;
      });
      const options = { signal: context.signal };
      await session.run(
        sql`INSERT INTO ${target.rows} SELECT ${join([...values, literal(file)], ', ')} FROM ${from.rows} ORDER BY rowid`,
        options,
      );
      await session.run(
        sql`INSERT INTO ${target.quarantine}
          SELECT line, column_name, reason, ${literal(`${file}: `)} || coalesce(detail, ''), text FROM ${from.quarantine} ORDER BY rowid`,
        options,
      );
    }
  }, context.signal);
}

/** What was said of the columns, by the names that they have in the table: the reasons why some are no secrets, too. */
function saidOf(loaded: readonly LoadedPart[]): Map<string, ColumnOption> {
  const all = loaded.flatMap(({ dataset }) => dataset?.options.columns ?? []);
  return new Map(all.map((option) => [option.name ?? option.column, option]));
}

/** What only a file of its own brings (a list, bytes) becomes text where another file has something else. */
const nativeOf = (type: FieldType) => (type === 'other' ? nativeTypes.text : nativeTypes[type]);

const accountsOf = (loaded: readonly LoadedPart[]): FilePart[] =>
  loaded.map(({ fitting, dataset }) => ({
    file: fitting.part.name,
    rows: dataset?.rows ?? 0,
    quarantined: dataset?.quarantined ?? 0,
    ...(dataset?.accounting ? { accounting: dataset.accounting } : {}),
    ...{ sha256: dataset?.sha256 ?? '', bytes: fitting.preview.bytes },
    ...linesOf(dataset),
  }));

const linesOf = (dataset: Dataset | null): Pick<FilePart, 'lines'> => {
  const lines = dataset && lineFormOf(dataset);
  return lines ? { lines } : {};
};

/** Null where one of the files has none. */
function accountOf(loaded: readonly LoadedPart[]): Accounting | null {
  const all = loaded.flatMap(({ dataset }) => dataset?.accounting ?? []);
  return all.length === loaded.length ? together(all) : null;
}
