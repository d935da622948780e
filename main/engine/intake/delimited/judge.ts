import { AppError } from '#shared/errors/index.ts';
import type { Encoding } from '#shared/intake/index.ts';
import type { Session } from '../../warehouse/index.ts';
import { detectEncoding } from '../detect/encoding.ts';
import { elsewhereBytes, maximumLineMegabytes, toleratedCastFailures, toleratedDamage } from '../limits.ts';
import type { LoadTarget } from '../loading.ts';
import { badEncoding } from '../source/decode.ts';
import { type Source, withSource } from '../source/source.ts';
import { linesAt } from './lines.ts';
import type { Digested } from './lookThrough.ts';
import type { DelimitedPlan } from './plan.ts';
import type { RejectSummary } from './quarantine.ts';
import { type Revision, reviseByFacts, reviseByFailures } from './revise.ts';
import type { ScanFacts } from './scan.ts';
import { ancientDates, needsConversion, type Readings } from './sql.ts';

export interface DelimitedSource {
  /** The staged UTF-8 text. */
  readonly path: string;
  /** The user's file, for sentences. */
  readonly file: string;
  /** What its bytes say, where they are being looked through or have been. */
  readonly digest: Promise<Digested> | null;
  /** Rows that were set apart before: a CSV of the columns of the quarantine. */
  readonly quarantined?: { readonly path: string; readonly rows: number };
  readonly encoding: Encoding;
  /** UTF-8 was a guess by ASCII: other bytes may yet show another encoding. */
  readonly onlyAscii: boolean;
  /** That characters are damaged was seen before the encoding was told: many of them do not make it the wrong one. */
  readonly damageSeen?: boolean;
  /** False where the file was written by us, with types known from the cells of a sheet. */
  readonly revise: boolean;
}

/** Thrown inside the transaction to roll it back and read once more in a better way. */
export class ReadAgain extends Error {
  readonly revision: Revision;

  constructor(revision: Revision) {
    super('read again');
    this.revision = revision;
  }
}

/** Thrown when bytes that the sample missed are of another encoding: the file has to be staged again. */
export class MistakenEncoding extends Error {
  readonly encoding: Encoding;

  constructor(encoding: Encoding) {
    super('mistaken encoding');
    this.encoding = encoding;
  }
}

/** The encoding as it would have been detected, had the sample been taken at `offset`. */
function encodingAt(path: string, file: string, offset: number): Promise<Encoding> {
  const at = async (staged: Source) => detectEncoding([await staged.read(offset, elsewhereBytes)]).encoding;
  return withSource(path, at, { file });
}

/** The encoding of a staged text that seemed to be ASCII, where its first byte beyond tells another one; null otherwise. */
export function mistakenEncoding(path: string, file: string): Promise<Encoding | null> {
  const look = async (staged: Source) => {
    const step = elsewhereBytes * 16;
    for (let at = 0; at < staged.bytes; at += step) {
      const index = (await staged.read(at, step)).findIndex((byte) => byte >= 0x80);
      if (index < 0) continue;
      const found = await encodingAt(path, file, at + index);
      return found === 'gb18030' ? found : null;
    }
    return null;
  };
  return withSource(path, look, { file });
}

/** Holds the reading against what the bytes say. */
export function judgeFacts(facts: ScanFacts, source: DelimitedSource, revision: Revision): void {
  if (facts.tooLongLine !== null) throw tooLong(source.file, facts.tooLongLine);
  const revised = source.revise ? reviseByFacts(revision, facts) : null;
  if (revised) throw new ReadAgain(revised);
}

/** Holds the reading against what DuckDB kept aside. */
export async function judgeRejects(
  summary: RejectSummary,
  records: number,
  source: DelimitedSource,
  revision: Revision,
): Promise<void> {
  const { file, path, encoding } = source;
  const lineOf = async (offset: number) => (await linesAt(path, [offset]))[0] ?? 0;
  if (summary.tooLongAt !== null) {
    throw tooLong(file, await lineOf(summary.tooLongAt));
  }
  if (summary.firstInvalidAt !== null && source.onlyAscii) {
    const found = await encodingAt(path, file, summary.firstInvalidAt);
    if (found === 'gb18030') throw new MistakenEncoding(found);
  }
  if (summary.firstInvalidAt !== null && summary.invalidEncoding > records * damageTolerated(source)) {
    throw badEncoding(file, await lineOf(summary.firstInvalidAt), encoding);
  }
  const revised = source.revise ? reviseByFailures(revision, summary.castFailures, summary.nullWords, records) : null;
  if (revised) throw new ReadAgain(revised);
}

/** Holds a guess against the values that our own conversion could not read. */
export function judgeConversions(
  failures: ReadonlyMap<number, number>,
  byNullWord: ReadonlySet<number>,
  records: number,
  { revise }: DelimitedSource,
  revision: Revision,
): void {
  const revised = revise ? reviseByFailures(revision, failures, byNullWord, records) : null;
  if (revised) throw new ReadAgain(revised);
}

/** Years of two digits have become years of the first century: such columns are converted with care. */
export async function judgeDates(
  session: Session,
  readings: Readings,
  target: LoadTarget,
  revision: Revision,
): Promise<void> {
  const check = needsConversion(readings) ? null : ancientDates(readings, target.rows);
  if (check === null) return;
  const ancient = (await session.rows(check)).filter((row) => row.ancient === true);
  if (ancient.length === 0) return;
  const strict = new Set([...revision.strict, ...ancient.map((row) => Number(row.column_index))]);
  throw new ReadAgain({ ...revision, strict, careful: true });
}

export function damageTolerated({ damageSeen }: Pick<DelimitedSource, 'damageSeen'>): number {
  return damageSeen ? toleratedDamage : toleratedCastFailures;
}

/** True for DuckDB's refusal of a value or of a text as a whole. */
export function isConversion(thrown: unknown): thrown is AppError {
  return thrown instanceof AppError && thrown.code === 'conversion';
}

/** DuckDB gives up on texts that follow no rule of quoting at all. */
export function notATable(thrown: unknown, file: string, plan: DelimitedPlan): unknown {
  if (!isConversion(thrown)) return thrown;
  const { delimiter, quote } = plan.dialect;
  const options = thrown.detail === undefined ? {} : { detail: thrown.detail };
  return new AppError('validation', 'fileNotTable', { file, delimiter, quote }, options);
}

function tooLong(file: string, line: number): AppError {
  return new AppError('validation', 'fileLineTooLong', { file, line, limit: maximumLineMegabytes });
}
