import type { Baseline, CountedDimension, CountedTrait, SkipReason } from '#shared/portraits/index.ts';
import { type Row, type Sql, sql } from '../warehouse/index.ts';
import { tellsClientsApart } from './alone.ts';
import { type Candidate, limitOf } from './choose.ts';
import { added, counted, countsOf, shownValue, threeOf, topValues, type ValueCounts } from './counts.ts';
import { columnAt, countsSql } from './rows.ts';

/** Counts each value of a field with one value a client, over `from`: rows of value and counts, one more than can be used at most. */
export function valuesSql(place: number, from: Sql, baseline: Baseline, limit: number): Sql {
  const column = columnAt(place);
  return sql`SELECT ${column} AS value, ${countsSql(baseline)} FROM ${from} GROUP BY 1 ORDER BY u DESC, 1 LIMIT ${limit + 2}`;
}

/** A field of the client list by its values, or why it is none. */
export function valuesDimension(candidate: Candidate, rows: readonly Row[]): CountedDimension | SkipReason {
  const values = valuesOf(rows);
  const known = values.filter(({ value }) => value !== null);
  if (known.length === 0) return 'empty';
  if (known.length > limitOf(false, candidate.asked)) return 'tooMany';
  if (known.length === 1 && known.length === values.length) return 'constant';
  if (tellsClientsApart(candidate, known)) return 'unique';
  const { ref, field } = candidate;
  return {
    field: ref,
    type: field.type,
    form: 'values',
    known: threeOf(added(known)),
    numbers: null,
    traits: traitsOf(values),
  };
}

export const valuesOf = (rows: readonly Row[]): ValueCounts[] =>
  rows.map((row) => ({ value: row.value ?? null, ...countsOf(row) }));

/** The most frequent values, the others together, and who has none. */
function traitsOf(values: readonly ValueCounts[]): CountedTrait[] {
  const { shown, others } = topValues(values);
  const empty = values.find(({ value }) => value === null);
  return [
    ...shown.map((value) => counted({ kind: 'value', value: shownValue(value) }, value)),
    ...(others.length > 0
      ? [counted({ kind: 'others', except: shown.map(shownValue), values: others.length }, added(others))]
      : []),
    ...(empty && empty.u > 0 ? [counted({ kind: 'empty' }, empty)] : []),
  ];
}
