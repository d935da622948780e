import {
  type Baseline,
  type Distribution,
  isoDay,
  type Moments,
  mostRanges,
  type Summary,
  standardisedDifference,
} from '#shared/portraits/index.ts';
import { identifier, join, type Row, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Candidate } from './choose.ts';
import { columnAt, keptCounts, rowsTable } from './rows.ts';

/** Each value of one numeric field with its counts, for as long as a session lasts: all that is asked of it comes from here. */
export const numbersTable = identifier('portrait_numbers');

export function numbersSql(place: number, baseline: Baseline): Sql {
  return sql`CREATE OR REPLACE TEMP TABLE ${numbersTable} AS SELECT ${columnAt(place)} AS value, ${keptCounts(baseline).kept} FROM ${rowsTable} GROUP BY 1`;
}

/** The table as rows of value, k, b, u and a. */
export function numbersFrom(baseline: Baseline): Sql {
  const { k, b, u, a } = keptCounts(baseline).of;
  return sql`(SELECT value, ${k} AS k, ${b} AS b, ${u} AS u, ${a} AS a FROM ${numbersTable})`;
}

export const isDays = ({ field }: Candidate): boolean => field.type === 'date' || field.type === 'timestamp';

/** Farther from 0 than this, squares and sums of a double would overflow. */
const farthest = 1e150;

/** A value as a double: days since 1970 for days. Null where it is no point on an axis: infinite, not a number, beyond ISO's years. */
function axisSql(candidate: Candidate): Sql {
  if (isDays(candidate))
    return sql`CASE WHEN value BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(date_diff('day', DATE '1970-01-01', value) AS DOUBLE) END`;
  return sql`CASE WHEN abs(CAST(value AS DOUBLE)) <= ${farthest} THEN CAST(value AS DOUBLE) END`;
}

const quarters = [0.25, 0.5, 0.75] as const;
const sides = ['k', 'b'] as const;

/** How many clients have at most x: counts up to 2^53 are exact as doubles, and quicker than sums of whole numbers. */
const upTo = (count: 'k' | 'b' | 'u' | 'a') => sql`CAST(sum(${raw(count)}) OVER w AS DOUBLE)`;

/** Sums are made once for counts that are the same by the baseline's meaning. */
function cumulative(baseline: Baseline): Sql {
  switch (baseline.kind) {
    case 'all':
      return sql`SELECT x, k, a AS b, a AS u, ck, ca AS cb, ca AS cu FROM (SELECT x, k, a, ${upTo('k')} AS ck, ${upTo('a')} AS ca FROM v WINDOW w AS (ORDER BY x ROWS UNBOUNDED PRECEDING))`;
    case 'complement':
      return sql`SELECT x, k, a - k AS b, a AS u, ck, ca - ck AS cb, ca AS cu FROM (SELECT x, k, a, ${upTo('k')} AS ck, ${upTo('a')} AS ca FROM v WINDOW w AS (ORDER BY x ROWS UNBOUNDED PRECEDING))`;
    case 'segment':
      return sql`SELECT x, k, b, u, ${upTo('k')} AS ck, ${upTo('b')} AS cb, ${upTo('u')} AS cu FROM v WINDOW w AS (ORDER BY x ROWS UNBOUNDED PRECEDING)`;
  }
}

/**
 * One row over the values: how many there are, the quantiles that ranges are cut at, and for group (k) and baseline (b)
 * the count, mean, deviation and the two values that each quartile lies between; and their KS distance.
 */
export function summarySql(candidate: Candidate, baseline: Baseline): Sql {
  const of = (name: string) => raw(name);
  const counts = keptCounts(baseline).of;
  const cuts = Array.from({ length: mostRanges - 1 }, (_, i) => i + 1);
  // Thresholds are worked out once, not for each value.
  const thresholds = [
    ...cuts.map((i) => sql`ceil(CAST(sum(${counts.u}) AS DOUBLE) * ${i} / ${mostRanges}) AS ${of(`t${i}`)}`),
    ...sides.flatMap((s) => [
      sql`CAST(sum(${counts[s]}) AS DOUBLE) AS ${of(`n${s}`)}`,
      sql`sum(x * ${counts[s]}) / nullif(sum(${counts[s]}), 0) AS ${of(`m${s}`)}`,
      ...quarters.flatMap((q, i) => [
        sql`floor((CAST(sum(${counts[s]}) AS DOUBLE) - 1) * ${q}) AS ${of(`f${s}${i}`)}`,
        sql`ceil((CAST(sum(${counts[s]}) AS DOUBLE) - 1) * ${q}) AS ${of(`g${s}${i}`)}`,
      ]),
    ]),
  ];
  const columns = [
    sql`count(*) AS distinct_values`,
    sql`min(x) FILTER (WHERE u > 0) AS low`,
    sql`max(x) FILTER (WHERE u > 0) AS high`,
    sql`min(x) FILTER (WHERE u > 0 AND cu > u) AS second`,
    ...cuts.map((i) => sql`min(x) FILTER (WHERE cu >= ${of(`t${i}`)}) AS ${of(`cut${i}`)}`),
    ...sides.flatMap((s) => [
      sql`any_value(${of(`n${s}`)}) AS ${of(`n${s}`)}`,
      sql`any_value(${of(`m${s}`)}) AS ${of(`m${s}`)}`,
      sql`sqrt(sum(${of(s)} * (x - ${of(`m${s}`)}) ** 2) / nullif(any_value(${of(`n${s}`)}), 0)) AS ${of(`s${s}`)}`,
      ...quarters.flatMap((_, i) => [
        sql`min(x) FILTER (WHERE ${of(`c${s}`)} > ${of(`f${s}${i}`)}) AS ${of(`l${s}${i}`)}`,
        sql`min(x) FILTER (WHERE ${of(`c${s}`)} > ${of(`g${s}${i}`)}) AS ${of(`h${s}${i}`)}`,
      ]),
    ]),
    sql`max(abs(ck / nullif(nk, 0) - cb / nullif(nb, 0))) AS ks`,
  ];
  const values = sql`SELECT * EXCLUDE (value) FROM (SELECT ${axisSql(candidate)} AS x, * FROM ${numbersTable}) WHERE x IS NOT NULL`;
  return sql`WITH v AS MATERIALIZED (${values}), n AS (SELECT ${join(thresholds, ', ')} FROM v), c AS (${cumulative(baseline)}) SELECT ${join(columns, ', ')} FROM c CROSS JOIN n`;
}

const numberOf = (row: Row, name: string): number | null => {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
};

/** Sums of doubles differ in their last digits with the order in which threads bring them. */
const settled = (value: number): number => Number(value.toPrecision(12));

/** What the row of `summarySql` says of group and baseline. */
export function distributionOf(candidate: Candidate, row: Row): Distribution {
  const days = isDays(candidate);
  const moments = { k: momentsOf(row, 'k'), b: momentsOf(row, 'b') };
  const ks = numberOf(row, 'ks');
  const difference = moments.k && moments.b ? standardisedDifference(moments.k, moments.b) : null;
  return {
    group: moments.k && summaryOf(row, 'k', moments.k, days),
    baseline: moments.b && summaryOf(row, 'b', moments.b, days),
    difference: difference === null ? null : settled(difference),
    ks: ks === null ? null : settled(ks),
  };
}

function momentsOf(row: Row, side: (typeof sides)[number]): Moments | null {
  const mean = numberOf(row, `m${side}`);
  const deviation = numberOf(row, `s${side}`);
  return mean === null || deviation === null ? null : { mean: settled(mean), deviation: settled(deviation) };
}

/** Quartiles between two values are interpolated, as spreadsheets do (type 7 of Hyndman and Fan). */
function summaryOf(row: Row, side: (typeof sides)[number], moments: Moments, days: boolean): Summary {
  const count = numberOf(row, `n${side}`) ?? 0;
  const shown = (value: number) => (days ? isoDay(value) : settled(value));
  const at = (i: number) => {
    const low = numberOf(row, `l${side}${i}`) ?? 0;
    const high = numberOf(row, `h${side}${i}`) ?? low;
    const place = (count - 1) * (quarters[i] ?? 0);
    return shown(low + (high - low) * (place - Math.floor(place)));
  };
  return { q1: at(0), median: at(1), q3: at(2), mean: shown(moments.mean), deviation: moments.deviation };
}

/** The quantiles that ranges are cut at. Where many share the lowest value, the next stands for it: they are a range of their own. */
export function cutsOf(row: Row): { low: number; high: number; cuts: number[] } | null {
  const [low, high] = [numberOf(row, 'low'), numberOf(row, 'high')];
  if (low === null || high === null) return null;
  const second = numberOf(row, 'second');
  const quantiles = Array.from({ length: mostRanges - 1 }, (_, i) => numberOf(row, `cut${i + 1}`));
  const cuts = quantiles.map((cut) => (cut === low ? second : cut)).filter((cut) => cut !== null);
  return { low, high, cuts: cuts.length > 0 && cuts.some((cut) => cut > low) ? cuts : second === null ? [] : [second] };
}

export const distinctOf = (row: Row): number => Number(row.distinct_values ?? 0);
