import { createReadStream } from 'node:fs';
import { AppError } from '#shared/errors/index.ts';
import type { Encoding } from '#shared/intake/index.ts';
import { identifier, type Session, sql, type Warehouse } from '../../warehouse/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { maximumLineMegabytes, toleratedCastFailures } from '../limits.ts';
import type { LoadTarget } from '../loading.ts';
import { badEncoding } from '../source/decode.ts';
import { convertRows } from './convert.ts';
import { linesAt } from './lines.ts';
import { normaliseLineEnds } from './normalise.ts';
import type { DelimitedPlan } from './plan.ts';
import { createQuarantine, insertRejects, type RejectSummary, summariseRejects } from './quarantine.ts';
import { type Revision, reviseByFacts, reviseByFailures } from './revise.ts';
import { createScanner, type ScanFacts } from './scan.ts';
import { ancientDates, type Readings, readCsv, readingsOf, scanTable, selectRows } from './sql.ts';

export interface DelimitedSource {
  /** The staged UTF-8 text. */
  readonly path: string;
  /** The user's file, for sentences. */
  readonly file: string;
  readonly encoding: Encoding;
  /** False where the file was written by us, with types known from the cells of a sheet. */
  readonly revise: boolean;
}

export interface LoadCounts {
  readonly plan: DelimitedPlan;
  readonly rows: number;
  readonly quarantined: number;
}

/** Thrown inside the transaction to roll it back and read once more in a better way. */
class ReadAgain extends Error {
  readonly revision: Revision;

  constructor(revision: Revision) {
    super('read again');
    this.revision = revision;
  }
}

/** Each attempt settles at least one column or the line ends; a file that needs more is not understood. */
const attempts = 5;

/**
 * Loads a staged text into `target` in one transaction and goes on in it with `finish`. While DuckDB reads, the bytes
 * are scanned; when they contradict the plan, all is rolled back and read again.
 */
export async function loadDelimited<T>(
  warehouse: Warehouse,
  source: DelimitedSource,
  plan: DelimitedPlan,
  target: LoadTarget,
  context: IntakeContext,
  finish: (session: Session, counts: LoadCounts) => Promise<T>,
): Promise<T> {
  let revision: Revision = { columns: plan.columns, strict: new Set(), lineEnd: plan.lineEnd, normalised: false };
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await warehouse.transaction(async (session) => {
        const counts = await attemptLoad(session, source, plan, revision, target, context);
        return finish(session, counts);
      });
    } catch (thrown) {
      if (!(thrown instanceof ReadAgain)) throw thrown;
      const normalise = thrown.revision.normalised && !revision.normalised;
      revision = thrown.revision;
      if (normalise) await normaliseLineEnds(source.path, plan.dialect, context.signal);
    }
  }
  throw new AppError('internal', 'internal', {}, { detail: `no stable reading after ${attempts} attempts` });
}

async function attemptLoad(
  session: Session,
  source: DelimitedSource,
  plan: DelimitedPlan,
  revision: Revision,
  target: LoadTarget,
  context: IntakeContext,
): Promise<LoadCounts> {
  const revised = { ...plan, columns: revision.columns, lineEnd: revision.lineEnd };
  context.progress?.({ stage: 'loading', share: null });
  const readings = readingsOf(revision.columns, revision.strict);
  const rejects = `rejects_${target.id}`;
  const [loaded, scanned] = await Promise.allSettled([
    createRows(session, source.path, revised, readings, target, rejects, context),
    scan(source.path, plan, context),
  ]);
  if (scanned.status === 'rejected') throw scanned.reason;
  const facts = scanned.value;
  judgeFacts(facts, source, revision);
  if (loaded.status === 'rejected') throw notATable(loaded.reason, source.file, plan);

  const summary = await summariseRejects(session, rejects);
  await judgeRejects(summary, facts, source, revision);
  await judgeDates(session, readings, target, revision);
  await session.run(createQuarantine(target.quarantine));
  if (summary.rows > 0) {
    await insertRejects(
      session,
      target.quarantine,
      rejects,
      { path: source.path, marks: facts.marks },
      revision.columns,
    );
  }
  const unconverted = await convertRows(session, source.path, revised, readings, target, rejects);
  await session.run(sql`DROP TABLE ${identifier(rejects)}`);
  await session.run(sql`DROP TABLE ${identifier(scanTable(rejects))}`);
  return count(session, revised, facts, target, source.file, summary.rows + unconverted);
}

function tooLong(file: string, line: number): AppError {
  return new AppError('validation', 'fileLineTooLong', { file, line, limit: maximumLineMegabytes });
}

/** DuckDB gives up on texts that follow no rule of quoting at all. */
function notATable(thrown: unknown, file: string, plan: DelimitedPlan): unknown {
  if (!(thrown instanceof AppError) || thrown.code !== 'conversion') return thrown;
  const { delimiter, quote } = plan.dialect;
  const options = thrown.detail === undefined ? {} : { detail: thrown.detail };
  return new AppError('validation', 'fileNotTable', { file, delimiter, quote }, options);
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
  const statement = readings.columns.some((column) => column.converted)
    ? sql`CREATE TEMP TABLE ${identifier(`raw_${target.id}`)} AS SELECT * FROM ${from}`
    : sql`CREATE TABLE ${target.rows} AS ${selectRows(readings, from)}`;
  await session.run(statement, {
    signal: context.signal,
    onProgress: (share) => context.progress?.({ stage: 'loading', share }),
  });
}

async function scan(path: string, plan: DelimitedPlan, context: IntakeContext): Promise<ScanFacts> {
  const scanner = createScanner(plan.dialect.delimiter, plan.dialect.quote, plan.columns.length);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    stopIfCancelled(context);
    if (Buffer.isBuffer(chunk)) scanner.push(chunk);
  }
  return scanner.end();
}

function judgeFacts(facts: ScanFacts, source: DelimitedSource, revision: Revision): void {
  if (facts.nulLine !== null) {
    throw new AppError('validation', 'fileHasNul', { file: source.file, line: facts.nulLine });
  }
  if (facts.tooLongLine !== null) throw tooLong(source.file, facts.tooLongLine);
  const revised = source.revise ? reviseByFacts(revision, facts) : null;
  if (revised) throw new ReadAgain(revised);
}

async function judgeRejects(
  summary: RejectSummary,
  facts: ScanFacts,
  source: DelimitedSource,
  revision: Revision,
): Promise<void> {
  const { file, path, encoding } = source;
  const lineOf = async (offset: number) => (await linesAt(path, facts.marks, [offset]))[0] ?? 0;
  if (summary.tooLongAt !== null) {
    throw tooLong(file, await lineOf(summary.tooLongAt));
  }
  if (summary.firstInvalidAt !== null && summary.invalidEncoding > facts.records * toleratedCastFailures) {
    throw badEncoding(file, await lineOf(summary.firstInvalidAt), encoding);
  }
  const revised = source.revise ? reviseByFailures(revision, summary.castFailures, facts.records) : null;
  if (revised) throw new ReadAgain(revised);
}

/** Years of two digits have become years of the first century: such columns are converted with care. */
async function judgeDates(session: Session, readings: Readings, target: LoadTarget, revision: Revision): Promise<void> {
  const converted = readings.columns.some((column) => column.converted);
  const check = converted ? null : ancientDates(readings, target.rows);
  if (check === null) return;
  const ancient = (await session.rows(check)).filter((row) => row.ancient === true);
  if (ancient.length === 0) return;
  const strict = new Set([...revision.strict, ...ancient.map((row) => Number(row.column_index))]);
  throw new ReadAgain({ ...revision, strict });
}

async function count(
  session: Session,
  plan: DelimitedPlan,
  facts: ScanFacts,
  target: LoadTarget,
  file: string,
  quarantined: number,
): Promise<LoadCounts> {
  const [answer] = await session.rows(sql`SELECT count(*) AS loaded FROM ${target.rows}`);
  const rows = Number(answer?.loaded ?? 0);
  if (rows > 0) return { plan, rows, quarantined };
  if (quarantined === 0) {
    throw facts.records === 0
      ? new AppError('validation', 'fileEmpty', { file })
      : new AppError('validation', 'fileHeaderOnly', { file });
  }
  const [first] = await session.rows(sql`SELECT min(line) AS line FROM ${target.quarantine}`);
  throw new AppError('validation', 'fileNoUsableRows', { file, rejected: quarantined, line: Number(first?.line ?? 0) });
}
