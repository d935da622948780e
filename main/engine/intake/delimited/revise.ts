import { toleratedCastFailures } from '../limits.ts';
import type { ColumnPlan } from './plan.ts';
import type { ScanFacts } from './scan.ts';

/** A better way to read the columns, after a whole pass has shown what the sample did not. */
export interface Revision {
  readonly columns: readonly ColumnPlan[];
  /** Columns of a chosen whole-number type that hold fractions: each value is checked, since DuckDB would round it. */
  readonly strict: ReadonlySet<number>;
}

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
    if (fact.leadingZero || fact.longDigits) return { ...column, type: 'text' as const };
    return column.type === 'integer' && fact.fraction ? { ...column, type: 'number' as const } : column;
  });
  return changed(before, { columns, strict });
}

/** Columns that were guessed wrong for more than a few of the rows become text. `failures` counts them by column. */
export function reviseByFailures(
  before: Revision,
  failures: ReadonlyMap<number, number>,
  records: number,
): Revision | null {
  const columns = before.columns.map((column, i) => {
    const failed = failures.get(i) ?? 0;
    return column.chosen || failed <= records * toleratedCastFailures
      ? column
      : { ...column, type: 'text' as const, format: null };
  });
  return changed(before, { columns, strict: before.strict });
}

function changed(before: Revision, after: Revision): Revision | null {
  const same =
    after.columns.every((column, i) => column === before.columns[i]) && after.strict.size === before.strict.size;
  return same ? null : after;
}
