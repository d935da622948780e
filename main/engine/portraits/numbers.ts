import { type Baseline, type Distribution, isoDay, type Summary } from '#shared/portraits/index.ts';
import { identifier, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { Candidate } from './choose.ts';
import { columnAt, fromKept, keptCounts } from './rows.ts';
import type { Described, Points, Side } from './summarise.ts';

/** Each value of one numeric field with its counts, for as long as a session lasts: all that is asked of it comes from here. */
export const numbersTable = identifier('portrait_numbers');

export function numbersSql(place: number, from: Sql, baseline: Baseline): Sql {
  return sql`CREATE OR REPLACE TEMP TABLE ${numbersTable} AS SELECT ${columnAt(place)} AS value, ${keptCounts(baseline)} FROM ${from} GROUP BY 1`;
}

/** The table as rows of value, k, b, u and a. */
export function numbersFrom(baseline: Baseline): Sql {
  return sql`(SELECT value, ${fromKept(baseline)} FROM ${numbersTable})`;
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

/** The points of the table as columns x, k, b and u of DOUBLE: counts of clients are exact as such. */
export function pointsSql(candidate: Candidate, baseline: Baseline): Sql {
  const counts = sql`CAST(k AS DOUBLE) AS k, CAST(b AS DOUBLE) AS b, CAST(u AS DOUBLE) AS u`;
  return sql`SELECT x, ${counts} FROM (SELECT ${axisSql(candidate)} AS x, * FROM ${numbersFrom(baseline)}) WHERE x IS NOT NULL ORDER BY x`;
}

export async function readPoints(session: Session, statement: Sql): Promise<Points> {
  const [x = none, k = none, b = none, u = none] = await session.doubles(statement);
  return { x, k, b, u };
}

const none = new Float64Array();

/** What is told of group and baseline; days as days. */
export function distributionOf(candidate: Candidate, { group, baseline, difference, ks }: Described): Distribution {
  const shown = isDays(candidate) ? isoDay : (value: number) => value;
  const told = ({ deviation, ...moments }: Side): Summary => ({
    q1: shown(moments.q1),
    median: shown(moments.median),
    q3: shown(moments.q3),
    mean: shown(moments.mean),
    deviation,
  });
  return { group: group && told(group), baseline: baseline && told(baseline), difference, ks };
}
