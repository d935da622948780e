import type { Field } from '#shared/intake/index.ts';
import type { Baseline } from '#shared/portraits/index.ts';
import type { ClientBase } from '../clients/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';

/** The clients with the fields that are looked at, for as long as a session lasts. */
export const rowsTable = identifier('portrait_rows');

/** The column of rows that holds the field at a place. */
export const columnAt = (place: number): Sql => raw(`d${place}`);

/**
 * Writes the clients down once, so that the rules and the reading of the list are not repeated for each field: `g` (in the
 * group), `b` (in the baseline, where that is a segment), the fields as d0, d1 … and, where linked tables are looked at too,
 * `id` (row of the client list).
 */
export function rowsSql(
  base: ClientBase,
  group: Sql,
  baseline: Sql | null,
  fields: readonly Field[],
  linked: boolean,
): Sql {
  const columns = [
    ...(linked ? [sql`t.rowid AS id`] : []),
    sql`${group} AS g`,
    ...(baseline ? [sql`${baseline} AS b`] : []),
    ...fields.map((field, place) => sql`${valueSql(field)} AS ${columnAt(place)}`),
  ];
  return sql`CREATE OR REPLACE TEMP TABLE ${rowsTable} AS SELECT ${join(columns, ', ')} FROM ${base.source}`;
}

/** Moments count by their day; of a birth date nothing finer than the year is looked at. */
function valueSql(field: Field): Sql {
  const column = identifier('t', field.name);
  if (field.sensitivity === 'birthDate' && (field.type === 'date' || field.type === 'timestamp'))
    return sql`CAST(date_trunc('year', ${column}) AS DATE)`;
  return field.type === 'timestamp' ? sql`CAST(${column} AS DATE)` : column;
}

/** Clients of the group (k), of the baseline (b), of either (u) and of all (a), counted over rows. */
export function countsSql(baseline: Baseline): Sql {
  const group = sql`count(*) FILTER (WHERE g)`;
  const all = sql`count(*)`;
  switch (baseline.kind) {
    case 'all':
      return sql`${group} AS k, ${all} AS b, ${all} AS u, ${all} AS a`;
    case 'complement':
      return sql`${group} AS k, ${all} - ${group} AS b, ${all} AS u, ${all} AS a`;
    case 'segment':
      return sql`${group} AS k, count(*) FILTER (WHERE b) AS b, count(*) FILTER (WHERE g OR b) AS u, ${all} AS a`;
  }
}

/** What has to be written down of many values for `countsSql`, and how the rest follows from it. */
export function keptCounts(baseline: Baseline): { kept: Sql; of: Readonly<Record<'k' | 'b' | 'u' | 'a', Sql>> } {
  const [k, b, u, a] = [raw('k'), raw('b'), raw('u'), raw('a')];
  const two = sql`count(*) FILTER (WHERE g) AS k, count(*) AS a`;
  switch (baseline.kind) {
    case 'all':
      return { kept: two, of: { k, b: a, u: a, a } };
    case 'complement':
      return { kept: two, of: { k, b: raw('(a - k)'), u: a, a } };
    case 'segment':
      return { kept: countsSql(baseline), of: { k, b, u, a } };
  }
}

/** The counts of rows that were counted before, added up. */
export const addedCounts: Sql = sql`sum(k) AS k, sum(b) AS b, sum(u) AS u, sum(a) AS a`;
