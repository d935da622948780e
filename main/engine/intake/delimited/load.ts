import { createReadStream } from 'node:fs';
import { AppError } from '#shared/errors/index.ts';
import { identifier, type Session, type Sql, sql, type Warehouse } from '../../warehouse/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import type { LoadTarget } from '../loading.ts';
import { convertRows } from './convert.ts';
import { digest, writtenAnew } from './digest.ts';
import {
  type DelimitedSource,
  isConversion,
  judgeConversions,
  judgeDates,
  judgeFacts,
  judgeRejects,
  notATable,
  ReadAgain,
} from './judge.ts';
import type { Digested } from './lookThrough.ts';
import { normaliseLineEnds } from './normalise.ts';
import type { DelimitedPlan } from './plan.ts';
import { createQuarantine, insertRejects, insertSetAside, summariseRejects } from './quarantine.ts';
import { type Revision, wantedFacts } from './revise.ts';
import { createScanner, type ScanFacts } from './scan.ts';
import { needsConversion, type Readings, readCsv, readingsOf, scanTable, selectRows } from './sql.ts';
import { createTable } from './storage.ts';

interface LoadCounts {
  readonly plan: DelimitedPlan;
  readonly rows: number;
  readonly quarantined: number;
  /** Rows with a quote that nobody doubled, as far as DuckDB has told. */
  readonly unquoted: number;
}

/** What a load has made, and how the file was read in the end. */
interface DelimitedLoad extends LoadCounts {
  readonly sha256: string;
}

/** What `finish` is told, inside the transaction. */
export interface LoadFacts extends LoadCounts {
  readonly lines: number;
}

/** Each attempt settles at least one column or the line ends; a file that needs more is not understood. */
const attempts = 5;

/**
 * Loads a staged text into `target` in one transaction, which `finish` may add to. The first attempt trusts the sample;
 * when a guard trips or the bytes contradict the plan, all is rolled back and read again with a closer look.
 */
export async function loadDelimited(
  warehouse: Warehouse,
  source: DelimitedSource,
  plan: DelimitedPlan,
  target: LoadTarget,
  context: IntakeContext,
  finish: (session: Session, facts: LoadFacts) => Promise<void> = async () => undefined,
): Promise<DelimitedLoad> {
  const { columns, lineEnd } = plan;
  const strict = source.revise ? new Set<number>() : wholeNumbers(plan);
  let revision: Revision = { columns, strict, lineEnd, careful: needsCare(source, plan), normalised: false };
  let looking = source.digest;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await warehouse.transaction(async (session) => {
        context.progress?.({ stage: 'loading', share: null });
        looking ??= digest(source.path, source.file, context);
        const [counts, looked] = await Promise.allSettled([
          attemptLoad(session, source, plan, revision, target, looking, stoppedBy(looking, context)),
          looking,
        ]);
        if (looked.status === 'rejected') throw looked.reason;
        if (counts.status === 'rejected') throw counts.reason;
        const { lines, sha256 } = looked.value;
        await finish(session, { ...counts.value, lines });
        return { ...counts.value, sha256 };
      }, context.signal);
    } catch (thrown) {
      if (!(thrown instanceof ReadAgain)) throw thrown;
      const normalise = thrown.revision.normalised && !revision.normalised;
      revision = thrown.revision;
      if (!normalise) continue;
      await normaliseLineEnds(source.path, plan.dialect, context.signal);
      looking = looking?.then(writtenAnew) ?? null;
    }
  }
  throw new AppError('internal', 'internal', {}, { detail: `no stable reading after ${attempts} attempts` });
}

/** The same context, given up as well when the look fails: a statement is not run to its end for a text that is none. */
function stoppedBy(looking: Promise<Digested>, context: IntakeContext): IntakeContext {
  const stop = new AbortController();
  looking.catch(() => stop.abort());
  return { ...context, signal: AbortSignal.any([stop.signal, ...(context.signal ? [context.signal] : [])]) };
}

/** DuckDB plans guards in the square of their number: those of 2,000 columns would take half a minute. */
const mostGuarded = 200;

/** Columns of a chosen whole-number type, where nobody looks whether they hold fractions that DuckDB would round. */
function wholeNumbers({ columns }: DelimitedPlan): Set<number> {
  return new Set(columns.flatMap(({ chosen, type }, i) => (chosen && type === 'integer' ? [i] : [])));
}

/** Where guards cannot be had: a chosen whole number may hold fractions, and converted rows are not guarded. */
function needsCare(source: DelimitedSource, { columns }: DelimitedPlan): boolean {
  if (!source.revise || needsConversion(readingsOf(columns, new Set(), false))) return true;
  return columns.length > mostGuarded || columns.some(({ chosen, type }) => chosen && type === 'integer');
}

async function attemptLoad(
  session: Session,
  source: DelimitedSource,
  plan: DelimitedPlan,
  revision: Revision,
  target: LoadTarget,
  looking: Promise<Digested>,
  context: IntakeContext,
): Promise<LoadCounts> {
  const { columns, lineEnd, strict, careful } = revision;
  const revised = { ...plan, columns, lineEnd };
  const readings = readingsOf(columns, strict, careful);
  const rejects = `rejects_${target.id}`;
  const [loaded, scanned] = await Promise.allSettled([
    createRows(session, source.path, revised, readings, target, rejects, context),
    careful ? scan(source.path, revised, context) : null,
  ]);
  if (scanned.status === 'rejected') throw scanned.reason;
  if (scanned.value) judgeFacts(scanned.value, source, revision);
  if (loaded.status === 'rejected') {
    if (!careful && isConversion(loaded.reason)) throw new ReadAgain({ ...revision, careful: true });
    throw notATable(loaded.reason, source.file, plan);
  }

  const summary = await summariseRejects(session, rejects);
  // A quote left open may have taken the rest of the file with it.
  if (!careful && summary.unquoted > 0) judgeFacts(await scan(source.path, revised, context), source, revision);
  const loadedRows = needsConversion(readings) ? identifier(`raw_${target.id}`) : target.rows;
  const records = summary.rows + (await countRows(session, loadedRows));
  await judgeRejects(summary, records, source, revision);
  await judgeDates(session, readings, target, revision);
  await session.run(createQuarantine(target.quarantine));
  if (source.quarantined) await session.run(insertSetAside(target.quarantine, source.quarantined.path));
  if (summary.rows > 0) {
    const { marks } = await looking;
    await insertRejects(session, target.quarantine, rejects, { path: source.path, marks }, columns);
  }
  const unconverted = await convertRows(
    session,
    source.path,
    revised,
    readings,
    target,
    rejects,
    (failures, byNullWord) => judgeConversions(failures, byNullWord, records, source, revision),
  );
  await session.run(sql`DROP TABLE ${identifier(rejects)}`);
  await session.run(sql`DROP TABLE ${identifier(scanTable(rejects))}`);
  const quarantined = summary.rows + unconverted + (source.quarantined?.rows ?? 0);
  return count(session, revised, target, source.file, quarantined, summary.unquoted, context);
}

/** Where columns have to be converted, rows go to a temporary table first: see convert.ts. */
async function createRows(
  session: Session,
  path: string,
  plan: DelimitedPlan,
  readings: Readings,
  target: LoadTarget,
  rejects: string,
  context: IntakeContext,
): Promise<void> {
  const from = readCsv(path, plan, readings, rejects);
  const converting = needsConversion(readings);
  if (!converting) await session.run(createTable(plan.columns, target.rows));
  const statement = converting
    ? sql`CREATE TEMP TABLE ${identifier(`raw_${target.id}`)} AS SELECT * FROM ${from}`
    : sql`INSERT INTO ${target.rows} ${selectRows(readings, from)}`;
  await session.run(statement, {
    signal: context.signal,
    onProgress: (share) => context.progress?.({ stage: 'loading', share }),
  });
}

async function scan(path: string, plan: DelimitedPlan, context: IntakeContext): Promise<ScanFacts> {
  const scanner = createScanner(plan.dialect.delimiter, plan.dialect.quote, wantedFacts(plan.columns));
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    stopIfCancelled(context);
    if (Buffer.isBuffer(chunk)) scanner.push(chunk);
  }
  return scanner.end();
}

async function countRows(session: Session, table: Sql): Promise<number> {
  const [answer] = await session.rows(sql`SELECT count(*) AS loaded FROM ${table}`);
  return Number(answer?.loaded ?? 0);
}

async function count(
  session: Session,
  plan: DelimitedPlan,
  target: LoadTarget,
  file: string,
  quarantined: number,
  unquoted: number,
  { allowEmpty }: IntakeContext,
): Promise<LoadCounts> {
  const rows = await countRows(session, target.rows);
  if (rows > 0 || allowEmpty) return { plan, rows, quarantined, unquoted };
  if (quarantined === 0) {
    throw new AppError('validation', plan.header ? 'fileHeaderOnly' : 'fileEmpty', { file });
  }
  const [first] = await session.rows(sql`SELECT min(line) AS line FROM ${target.quarantine}`);
  throw new AppError('validation', 'fileNoUsableRows', { file, rejected: quarantined, line: Number(first?.line ?? 0) });
}
