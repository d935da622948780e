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

/** The counts that are told of clients: of the group (k), of the baseline (b), of either (u) and of all (a). */
export type Count = 'k' | 'b' | 'u' | 'a';

/** All four counts by the baseline's meaning, from those that it does not settle: `of` is asked for k, a and seldom more. */
function fourCounts(baseline: Baseline, of: (count: Count) => Sql): Readonly<Record<Count, Sql>> {
  const [k, a] = [of('k'), of('a')];
  switch (baseline.kind) {
    case 'all':
      return { k, b: a, u: a, a };
    case 'complement':
      return { k, b: sql`(${a} - ${k})`, u: a, a };
    case 'segment':
      return { k, b: of('b'), u: of('u'), a };
  }
}

const counted: Readonly<Record<Count, Sql>> = {
  k: sql`count(*) FILTER (WHERE g)`,
  b: sql`count(*) FILTER (WHERE b)`,
  u: sql`count(*) FILTER (WHERE g OR b)`,
  a: sql`count(*)`,
};

const named = (counts: Partial<Record<Count, Sql>>): Sql =>
  join(
    Object.entries(counts).map(([name, count]) => sql`${count} AS ${raw(name)}`),
    ', ',
  );

/** The four counts over rows. */
export const countsSql = (baseline: Baseline): Sql => named(fourCounts(baseline, (count) => counted[count]));

/** Those counts over rows that `fromKept` needs: of many values no more is written down. */
export function keptCounts(baseline: Baseline): Sql {
  const { k, b, u, a } = counted;
  return named(baseline.kind === 'segment' ? { k, b, u, a } : { k, a });
}

/** The four counts from what was kept of them. */
export const fromKept = (baseline: Baseline): Sql => named(fourCounts(baseline, (count) => raw(count)));

/** The counts of rows that were counted before, added up. */
export const addedCounts: Sql = sql`sum(k) AS k, sum(b) AS b, sum(u) AS u, sum(a) AS a`;
