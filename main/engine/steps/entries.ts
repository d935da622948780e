import type { ConversionWindow, FunnelDefinition } from '#shared/funnels/index.ts';
import { join, raw, type Sql, sql } from '../warehouse/index.ts';
import type { StepsPlan } from './plan.ts';

type Timing = Pick<FunnelDefinition, 'order' | 'window' | 'sameTime'>;

/**
 * One row an entry that reached the first step: `client`, `entry` and `breakdown` where the plan has them, `t1` … `tn`
 * (TIMESTAMP, when each step was reached; null from the first that was not), `reached` (1 to n) and `closes` (when its
 * window ends; null without one). Pure.
 *
 * The first event of each step decides nearly every entry in one pass. Where that event is too early for its step and a
 * later one may do, the entry is looked at again with all of its times: only such entries cost lists.
 */
export function entriesSql(plan: StepsPlan, timing: Timing): Sql {
  const steps = plan.conditions.length;
  const key = plan.entry === null ? sql`client` : sql`client, entry`;
  const carried = plan.breakdown === null ? sql`` : sql`, breakdown`;
  const times = list(range(1, steps), (k) => column('t', k));
  const columns = sql`${key}${carried}, ${times}, ${reached(steps)} AS reached, closes`;
  const early = range(2, steps).filter(() => timing.order === 'sequential' || timing.window !== null);
  const first = sql`WITH events AS NOT MATERIALIZED (${eventsSql(plan)}), firsts AS NOT MATERIALIZED (${firstsSql(plan, key, early)}), `;
  const quick = (extra: Sql) =>
    sql`SELECT ${key}${carried}, ${times}, closes${extra} FROM ${timed(sql`(SELECT * FROM firsts WHERE m1 IS NOT NULL${afterwards(plan)})`, steps, timing, (k) => column('m', k))}`;
  if (early.length === 0) return sql`${first}quick AS NOT MATERIALIZED (${quick(sql``)}) SELECT ${columns} FROM quick`;
  const unsure = early.map((k) => tooEarly(k, timing));
  const slow = list(early, (k) => sql`list(ts) FILTER (${column('s', k)}) AS ${column('l', k)}`);
  const again = sql`(SELECT * FROM (SELECT ${key}${carried}, t1 AS m1 FROM quick WHERE unsure) JOIN lists USING (${key}))`;
  return sql`${first}quick AS MATERIALIZED (${quick(sql`, (${join(unsure, ' OR ')}) AS unsure`)}), lists AS NOT MATERIALIZED (SELECT ${key}, ${slow} FROM events SEMI JOIN (SELECT ${key} FROM quick WHERE unsure) USING (${key}) GROUP BY ${key}), slow AS NOT MATERIALIZED (SELECT ${key}${carried}, ${times}, closes FROM ${timed(again, steps, timing, (k, from) => earliestIn(k, from, timing))}) SELECT ${columns} FROM quick WHERE NOT unsure UNION ALL SELECT ${columns} FROM slow`;
}

/** Rows that meet a step and can be placed. The names of the table stay inside, so that none of them can stand for ours. */
function eventsSql({ source, client, entry, time, breakdown, conditions, met, clients, narrow }: StepsPlan): Sql {
  const each = list(
    conditions.map((_, i) => i + 1),
    (k) => sql`${conditions[k - 1] ?? sql`false`} AS ${column('s', k)}`,
  );
  const inner = sql`SELECT ${client} AS client${entry === null ? sql`` : sql`, ${entry} AS entry`}, ${time} AS ts${breakdown === null ? sql`` : sql`, ${breakdown} AS breakdown, e.rowid AS rid`}, ${each} FROM ${source} WHERE ${met}`;
  const known = entry === null ? sql`client IS NOT NULL` : sql`client IS NOT NULL AND entry IS NOT NULL`;
  const scoped = narrow && clients !== null ? sql` AND client IN (${clients})` : sql``;
  return sql`SELECT * FROM (${inner}) WHERE ts IS NOT NULL AND ${known}${scoped}`;
}

/** Who is on the list at all is asked once an entry: most events of most tables belong to a client. */
function afterwards({ clients, narrow }: StepsPlan): Sql {
  return narrow || clients === null ? sql`` : sql` AND client IN (${clients})`;
}

/** By entry: the first time `m` of each step and, where it can be too early, the last one `x`. */
function firstsSql({ conditions, breakdown }: StepsPlan, key: Sql, early: readonly number[]): Sql {
  const minima = list(range(1, conditions.length), (k) => sql`min(ts) FILTER (${column('s', k)}) AS ${column('m', k)}`);
  const maxima = early.map((k) => sql`, max(ts) FILTER (${column('s', k)}) AS ${column('x', k)}`);
  // Of several first events at one time, the first in the file tells the group.
  const group =
    breakdown === null
      ? sql``
      : sql`, arg_min_null(breakdown, CAST(epoch_us(ts) AS HUGEINT) * 1099511627776 + rid) FILTER (s1) AS breakdown`;
  return sql`SELECT ${key}, ${minima}${join(maxima, ' ')}${group} FROM events GROUP BY ${key}`;
}

/**
 * `source`, which has `m1`, with `closes` and `t1` … `tn` beside its columns, given the earliest candidate of each step. In
 * any order a step is reached when all up to it have happened. Each step is a query around the one before: in one list of
 * columns DuckDB would write out each time in every later one, twice as long with each step.
 */
function timed(source: Sql, steps: number, timing: Timing, candidate: (k: number, from: Sql | null) => Sql): Sql {
  const closes = timing.window === null ? sql`CAST(NULL AS TIMESTAMP)` : sql`m1 + ${lengthSql(timing.window)}`;
  const first = sql`(SELECT *, m1 AS t1, ${closes} AS closes FROM ${source})`;
  return range(2, steps).reduce((before, k) => {
    const found = candidate(k, startOf(k, timing));
    return sql`(SELECT *, ${timeSql(k, found, timing)} AS ${column('t', k)} FROM ${before})`;
  }, first);
}

/**
 * When step k was reached, if its candidate is neither too early nor too late; null compared with anything is neither. The
 * step before is named as seldom as can be, for DuckDB plans each mention of it by itself.
 */
function timeSql(k: number, found: Sql, timing: Timing): Sql {
  const before = column('t', k - 1);
  const from = startOf(k, timing);
  const inTime = timing.window === null ? sql`` : sql` AND ${found} < closes`;
  if (timing.order === 'sequential' && from !== null) {
    return sql`CASE WHEN ${notBefore(found, from, timing)}${inTime} THEN ${found} END`;
  }
  const late = from === null ? sql`` : sql` AND ${notBefore(found, from, timing)}`;
  return sql`CASE WHEN ${before} IS NOT NULL AND ${found} IS NOT NULL${late}${inTime} THEN greatest(${before}, ${found}) END`;
}

/** From when on events of step k count; null: from ever on. */
function startOf(k: number, { order, window }: Timing): Sql | null {
  if (order === 'sequential') return column('t', k - 1);
  return window === null ? null : sql`t1`;
}

/** "After the step before" takes in the same moment, unless that is switched off. In any order the start is always in. */
function notBefore(time: Sql, from: Sql, { order, sameTime }: Timing): Sql {
  return order === 'sequential' && !sameTime ? sql`${time} > ${from}` : sql`${time} >= ${from}`;
}

/** Whether the first event of step k comes before it could count, and the last one does not. */
function tooEarly(k: number, timing: Timing): Sql {
  const from = startOf(k, timing) ?? sql`t1`;
  return sql`coalesce(NOT (${notBefore(column('m', k), from, timing)}) AND ${notBefore(column('x', k), from, timing)}, false)`;
}

function earliestIn(k: number, from: Sql | null, timing: Timing): Sql {
  return sql`list_min(list_filter(${column('l', k)}, lambda x: ${notBefore(sql`x`, from ?? sql`t1`, timing)}))`;
}

/** How many steps have a time: they have from the first on, without a gap. */
function reached(steps: number): Sql {
  const each = range(1, steps).map(
    (k) => sql`${raw(k === 1 ? '' : '+ ')}CAST(${column('t', k)} IS NOT NULL AS INTEGER)`,
  );
  return sql`(${join(each, ' ')})`;
}

/** Months end where the calendar says: a month from the 31st is the last day of the next. */
function lengthSql({ size, unit }: ConversionWindow): Sql {
  switch (unit) {
    case 'minute':
      return sql`to_minutes(CAST(${size} AS BIGINT))`;
    case 'hour':
      return sql`to_hours(CAST(${size} AS BIGINT))`;
    case 'day':
      return sql`to_days(CAST(${size} AS INTEGER))`;
    case 'month':
      return sql`to_months(CAST(${size} AS INTEGER))`;
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** A column of our own by its letter and step. */
export const column = (letter: 's' | 'm' | 'x' | 'l' | 't', k: number): Sql => raw(`${letter}${k}`);

const list = (steps: readonly number[], each: (k: number) => Sql): Sql => join(steps.map(each), ', ');
