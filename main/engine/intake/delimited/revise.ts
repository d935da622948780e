import { toleratedMisfits } from '../limits.ts';
import { fraction, leadingZero, longDigits } from './cellFacts.ts';
import type { LineEnd } from './lines.ts';
import type { ColumnPlan } from './plan.ts';
import type { ScanFacts } from './scan.ts';

/** A better way to read the columns, after a whole pass has shown what the sample did not. */
export interface Revision {
  readonly columns: readonly ColumnPlan[];
  /** Columns of a chosen whole-number type that hold fractions: each value is checked, since DuckDB would round it. */
  readonly strict: ReadonlySet<number>;
  readonly lineEnd: LineEnd;
  /** Look closely: scan all bytes, and let DuckDB keep aside what is no number. */
  readonly careful: boolean;
  /** The line ends were made one kind before. */
  readonly normalised: boolean;
}

const lineEnds = ['\n', '\r\n', '\r'] as const;

/** Holds the plan against the facts of the whole file; null when it stands. */
export function reviseByFacts(before: Revision, facts: ScanFacts): Revision | null {
  const strict = new Set(before.strict);
  const columns = before.columns.map((column, i) => {
    const fact = facts.columns[i];
    if (!fact || (column.type !== 'integer' && column.type !== 'number')) return column;
    if (column.chosen) {
      if (column.type === 'integer' && fact.fraction) strict.add(i);
      return column;
    }
    if (fact.leadingZero || fact.longDigits) return { ...column, type: 'text' as const, nullWords: false };
    return column.type === 'integer' && fact.fraction ? { ...column, type: 'number' as const } : column;
  });
  return changed(before, { ...before, columns, strict, ...lineEndBy(before, facts) });
}

/** Which facts about each column could change how it is read, as bits for the scanner. */
export function wantedFacts(columns: readonly ColumnPlan[]): Uint8Array {
  return Uint8Array.from(columns, ({ type, chosen }) => {
    if (type === 'integer') return chosen ? fraction : leadingZero | longDigits | fraction;
    return type === 'number' && !chosen ? leadingZero | longDigits : 0;
  });
}

/**
 * Columns that were guessed wrong for more than a few of the rows become text, `failures` counts them by column. Where a
 * word that says that there is nothing was among them, the column is read once more with such words first.
 */
export function reviseByFailures(
  before: Revision,
  failures: ReadonlyMap<number, number>,
  byNullWord: ReadonlySet<number>,
  records: number,
): Revision | null {
  const worded = before.columns.map((column, i) =>
    byNullWord.has(i) && !column.nullWords ? { ...column, nullWords: true } : column,
  );
  const withWords = changed(before, { ...before, columns: worded });
  if (withWords) return withWords;
  const columns = before.columns.map((column, i) => {
    const failed = failures.get(i) ?? 0;
    return column.chosen || failed <= toleratedMisfits(records)
      ? column
      : { ...column, type: 'text' as const, format: null, nullWords: false };
  });
  return changed(before, { ...before, columns });
}

/** Line ends of several kinds are made one, once: a broken quote may keep hiding some. */
function lineEndBy(before: Revision, facts: ScanFacts): Pick<Revision, 'lineEnd' | 'normalised'> {
  const found = lineEnds.filter((end) => facts.lineEnds[end] > 0);
  if (found.length > 1) return before.normalised ? before : { lineEnd: '\n', normalised: true };
  return { lineEnd: found[0] ?? before.lineEnd, normalised: before.normalised };
}

function changed(before: Revision, after: Revision): Revision | null {
  const same =
    after.columns.every((column, i) => column === before.columns[i]) &&
    after.strict.size === before.strict.size &&
    after.lineEnd === before.lineEnd &&
    after.normalised === before.normalised;
  return same ? null : after;
}
