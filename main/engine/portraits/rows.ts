import type { Field } from '#shared/intake/index.ts';
import type { Baseline } from '#shared/portraits/index.ts';
import { type ClientBase, type factOf, keySql } from '../clients/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';
import type { LinkedValues } from './linked.ts';

/** The clients with the fields that are looked at, for as long as a session lasts. */
export const rowsTable = identifier('portrait_rows');

/** A linked table with at most one row a client. */
export type Single = ReturnType<typeof factOf>;

/** Rows to count a field in: all clients or, of a table that is joined to them, those that have a row in it. */
export const rowsOfField = (single: number): Sql =>
  single < 0 ? rowsTable : sql`(SELECT * FROM ${rowsTable} WHERE ${presenceOf(single)})`;

const presenceOf = (single: number): Sql => raw(`p${single}`);
const aliasOf = (single: number): string => (single < 0 ? 't' : `s${single}`);

/** The column of rows that holds the field at a place. */
export const columnAt = (place: number): Sql => raw(`d${place}`);

/** The column of rows that holds a client's values, as bits, in the linked field at a place; null without rows there. */
export const linkedAt = (place: number): Sql => raw(`v${place}`);

/**
 * Writes the clients down once, so that the rules, the reading of the list and the joins are not repeated for each field:
 * `g` (in the group), `b` (in the baseline, where that is a segment), the fields as d0, d1 … and the linked ones as v0, v1 …
 * `single` is the place of a field's table among `singles`, -1 for the client list; p0, p1 … say whether a client has a row
 * in each.
 */
export function rowsSql(
  base: ClientBase,
  group: Sql,
  baseline: Sql | null,
  fields: readonly { readonly field: Field; readonly single: number }[],
  singles: readonly Single[],
  linked: readonly LinkedValues[],
): Sql {
  const linkedTables = [...new Set(linked.map(({ table }) => table))];
  const linkedAlias = (table: Sql) => `l${linkedTables.indexOf(table)}`;
  const columns = [
    sql`${group} AS g`,
    ...(baseline ? [sql`${baseline} AS b`] : []),
    ...singles.map((_, at) => sql`${identifier(aliasOf(at), 'rowid')} IS NOT NULL AS ${presenceOf(at)}`),
    ...fields.map(({ field, single }, place) => sql`${valueSql(field, aliasOf(single))} AS ${columnAt(place)}`),
    ...linked.map(({ table, column }, place) => sql`${raw(linkedAlias(table))}.${column} AS ${linkedAt(place)}`),
  ];
  const { key } = base.list;
  const joins = singles.map((single, at) => {
    const matched = key === null ? sql`false` : sql`${keySql(aliasOf(at), single.key)} = ${keySql('t', key)}`;
    return sql` LEFT JOIN ${tableOf(single.dataset)} ${raw(aliasOf(at))} ON ${matched}`;
  });
  const linkedJoins = linkedTables.map((table) => {
    const alias = raw(linkedAlias(table));
    return sql` LEFT JOIN ${table} ${alias} ON ${alias}.id = t.rowid`;
  });
  return sql`CREATE OR REPLACE TEMP TABLE ${rowsTable} AS SELECT ${join(columns, ', ')} FROM ${base.source}${join([...joins, ...linkedJoins], ' ')}`;
}

/** Moments count by their day; of a birth date nothing finer than the year is looked at. */
function valueSql(field: Field, alias: string): Sql {
  const column = identifier(alias, field.name);
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
