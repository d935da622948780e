import { type FunnelDefinition, shownGroups } from '#shared/funnels/index.ts';
import { column, entriesSql, type StepsPlan } from '../steps/index.ts';
import { join, raw, type Sql, sql } from '../warehouse/index.ts';

/**
 * The one statement of a funnel. Rows by `part`: `table` (until, without_time, without_key), `steps` (n1 …: entries that
 * reached each step; open; p50_2 …, p90_2 …: microseconds since the step before), `clients` (n1 …: clients that reached each
 * step; d1 …: that dropped at it) and `groups` (n1 … by `value`, `others`: how many values are put together). Pure.
 */
export function funnelSql(plan: StepsPlan, definition: FunnelDefinition): Sql {
  const steps = plan.conditions.map((_, i) => i + 1);
  const parts = [tablePart, stepsPart(steps), ...clientsPart(plan, steps), ...groupsPart(plan, steps)];
  const union = parts.reduce((all, part) => sql`${all} UNION ALL BY NAME ${part}`);
  return sql`WITH entries AS MATERIALIZED (${entriesSql(plan, definition)}), events AS MATERIALIZED (${allEvents(plan)}) ${union}`;
}

/** What is said of all rows of the event table, in one pass. */
function allEvents({ source, client, entry, time }: StepsPlan): Sql {
  const keyless = entry === null ? sql`${client} IS NULL` : sql`(${client} IS NULL OR ${entry} IS NULL)`;
  return sql`SELECT max(${time}) AS until, count(*) - count(${time}) AS without_time, count(*) FILTER (${time} IS NOT NULL AND ${keyless}) AS without_key FROM ${source}`;
}

const tablePart = sql`(SELECT 'table' AS part, CAST(until AS VARCHAR) AS until, without_time, without_key FROM events)`;

/** Both quantiles of a wait in one list: two would keep and sort its values twice. */
function stepsPart(steps: readonly number[]): Sql {
  const later = steps.slice(1);
  const waits = later.map((k) => {
    const waited = sql`epoch_us(${column('t', k)}) - epoch_us(${column('t', k - 1)})`;
    return sql`, quantile_cont(${waited}, [0.5, 0.9]) AS ${raw(`q${k}`)}`;
  });
  const told = later.map((k) => raw(`, q${k}[1] AS p50_${k}, q${k}[2] AS p90_${k}`));
  const open = sql`count(*) FILTER (reached < ${steps.length} AND closes > (SELECT until FROM events)) AS open`;
  const counts = join(
    steps.map((k) => raw(`n${k}`)),
    ', ',
  );
  return sql`(SELECT 'steps' AS part, ${counts}, open${join(told, ' ')} FROM (SELECT ${reachedEach(steps)}, ${open}${join(waits, ' ')} FROM entries))`;
}

/** Entries of one client are put together first; where each client is one entry there is nothing to put together. */
function clientsPart({ entry }: StepsPlan, steps: readonly number[]): Sql[] {
  if (entry === null) return [];
  const reached = steps.map((k) => sql`count(*) FILTER (furthest >= ${raw(`${k}`)}) AS ${raw(`n${k}`)}`);
  const dropped = steps.map((k) => sql`count(*) FILTER (ends_at & ${raw(`${2 ** k}`)} <> 0) AS ${raw(`d${k}`)}`);
  const clients = sql`SELECT max(reached) AS furthest, bit_or(CAST(1 AS BIGINT) << reached) AS ends_at FROM entries GROUP BY client`;
  return [sql`(SELECT 'clients' AS part, ${join([...reached, ...dropped], ', ')} FROM (${clients}))`];
}

/** The largest groups one by one, the smaller ones together. */
function groupsPart({ breakdown }: StepsPlan, steps: readonly number[]): Sql[] {
  if (breakdown === null) return [];
  const each = steps.map((k) => sql`${raw(`sum(n${k})`)} AS ${raw(`n${k}`)}`);
  const ranked = sql`SELECT breakdown AS value, ${reachedEach(steps)}, row_number() OVER (ORDER BY count(*) DESC, breakdown) AS place FROM entries GROUP BY breakdown`;
  const shown = sql`place <= ${raw(`${shownGroups}`)}`;
  return [
    sql`(SELECT 'groups' AS part, CASE WHEN ${shown} THEN value END AS value, CASE WHEN ${shown} THEN 0 ELSE count(*) END AS others, ${join(each, ', ')} FROM (${ranked}) GROUP BY ${shown}, CASE WHEN ${shown} THEN place END, CASE WHEN ${shown} THEN value END ORDER BY others > 0, n1 DESC, value)`,
  ];
}

function reachedEach(steps: readonly number[]): Sql {
  return join(
    steps.map((k) => sql`count(${column('t', k)}) AS ${raw(`n${k}`)}`),
    ', ',
  );
}
