import type { Constant } from '#shared/conditions/index.ts';
import {
  type Baseline,
  type CountedDimension,
  edgesOf,
  isoDay,
  roundDay,
  roundNumber,
  roundWhole,
  type SkipReason,
  type Trait,
} from '#shared/portraits/index.ts';
import { matchSql } from '../conditions/index.ts';
import { join, type Row, raw, type Sql, sql } from '../warehouse/index.ts';
import { soundsLikeKey, tellsClientsApart } from './alone.ts';
import type { Candidate } from './choose.ts';
import { added, compare, counted, countsOf, shownValue, threeOf, type ValueCounts } from './counts.ts';
import { distributionOf, isDays, numbersFrom } from './numbers.ts';
import { addedCounts } from './rows.ts';
import type { Described } from './summarise.ts';

/** Whole numbers with at most so many values are shown value by value. */
const mostWholeValues = 12;

export const shownByValue = ({ field }: Candidate, { values }: Described): boolean =>
  field.type === 'integer' && values <= mostWholeValues;

/** All values of a whole number that has few. */
export const wholeValuesSql = (baseline: Baseline): Sql => sql`SELECT value, k, b, u, a FROM ${numbersFrom(baseline)}`;

/** The edges between the ranges that a field is cut into, as constants of its type. */
export function edgesFrom(candidate: Candidate, { extremes, cuts }: Described): Constant[] {
  if (!extremes) return [];
  const days = isDays(candidate);
  const round = days ? roundDay : candidate.field.type === 'integer' ? roundWhole : roundNumber;
  const edges = edgesOf(cuts, extremes.low, extremes.high, round);
  return days ? edges.map(isoDay) : edges;
}

/** Counts the ranges between edges by the very tests that a segment of the range is made of; null: empty. */
export function rangesSql({ field }: Candidate, baseline: Baseline, edges: readonly Constant[]): Sql {
  const cases = edges.map((edge, i) => sql`WHEN ${matchSql(raw('value'), field, { op: 'lt', value: edge })} THEN ${i}`);
  const range = sql`CASE WHEN value IS NULL THEN NULL ${join(cases, ' ')} ELSE ${edges.length} END`;
  return sql`SELECT ${range} AS range, ${addedCounts} FROM ${numbersFrom(baseline)} GROUP BY 1`;
}

export function rangesDimension(
  candidate: Candidate,
  described: Described,
  edges: readonly Constant[],
  rows: readonly Row[],
): CountedDimension | SkipReason {
  const empty = countsOf(rows.find((row) => row.range === null));
  const at = (i: number) => countsOf(rows.find((row) => row.range === i));
  const bounds = [null, ...edges, null];
  const ranges = bounds.slice(1).map((high, i) => ({ low: bounds[i] ?? null, high, counts: at(i) }));
  const known = added(ranges.map(({ counts }) => counts));
  if (known.a === 0) return 'empty';
  if (edges.length === 0) return 'constant';
  const { field } = candidate;
  if (field.type === 'integer' && described.values === known.u && soundsLikeKey(field.name)) return 'unique';
  const traits: { trait: Trait; counts: typeof empty }[] = [
    ...ranges.map(({ low, high, counts }) => ({ trait: { kind: 'range' as const, low, high }, counts })),
    ...(empty.u > 0 ? [{ trait: { kind: 'empty' as const }, counts: empty }] : []),
  ];
  return {
    field: candidate.ref,
    type: candidate.field.type,
    form: 'ranges',
    known: threeOf(known),
    numbers: distributionOf(candidate, described),
    traits: traits.map(({ trait, counts }) => counted(trait, counts)),
  };
}

/** A whole number with few values, in their order. */
export function wholeDimension(
  candidate: Candidate,
  described: Described,
  values: readonly ValueCounts[],
): CountedDimension | SkipReason {
  const known = values
    .filter(({ value }) => value !== null)
    .sort((x, y) => Number(x.value) - Number(y.value) || compare(x.value, y.value));
  if (known.length === 0) return 'empty';
  if (known.length === 1 && values.length === 1) return 'constant';
  if (tellsClientsApart(candidate, known)) return 'unique';
  const empty = values.filter(({ value }) => value === null);
  return {
    field: candidate.ref,
    type: candidate.field.type,
    form: 'values',
    known: threeOf(added(known)),
    numbers: distributionOf(candidate, described),
    traits: [
      ...known.filter(({ u }) => u > 0).map((each) => counted({ kind: 'value', value: shownValue(each) }, each)),
      ...empty.filter(({ u }) => u > 0).map((each) => counted({ kind: 'empty' }, each)),
    ],
  };
}
