import type { GridView } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { matchSql } from '../conditions/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';
import { fieldOf } from './fields.ts';
import { tableOf } from './tables.ts';

/** A table of row numbers in the order of the view. Ties keep the order of the file; empty values come last either way. */
export function orderSql(dataset: Dataset, target: Sql, view: Pick<GridView, 'sort' | 'filters'>): Sql {
  const { where, terms } = conditionsOf(dataset, view);
  return sql`CREATE TABLE ${target} AS SELECT t.rowid AS rid FROM ${tableOf(dataset)} t${where} ORDER BY ${join([...terms, sql`t.rowid`], ', ')}`;
}

/** Rows `offset` to `offset + limit`, in view order or, without one, in file order. */
export function pageSql(
  dataset: Dataset,
  order: Sql | null,
  page: { offset: number; limit: number; fields: readonly string[] },
): Sql {
  const end = page.offset + page.limit;
  // A page without fields still says how many rows it has.
  const fields =
    page.fields.length === 0 ? [sql`1`] : page.fields.map((name) => identifier('t', fieldOf(dataset, name).name));
  if (order === null) {
    return sql`SELECT ${join(fields, ', ')} FROM ${tableOf(dataset)} t WHERE t.rowid >= ${page.offset} AND t.rowid < ${end} ORDER BY t.rowid`;
  }
  return sql`SELECT ${join(fields, ', ')} FROM ${tableOf(dataset)} t JOIN ${order} v ON t.rowid = v.rid WHERE v.rowid >= ${page.offset} AND v.rowid < ${end} ORDER BY v.rowid`;
}

/** One cell as text, and the number of its row in file order, from 0. */
export function cellSql(dataset: Dataset, order: Sql | null, row: number, field: string): Sql {
  const cell = sql`CAST(${identifier('t', fieldOf(dataset, field).name)} AS VARCHAR) AS value, t.rowid AS row`;
  if (order === null) return sql`SELECT ${cell} FROM ${tableOf(dataset)} t WHERE t.rowid = ${row}`;
  return sql`SELECT ${cell} FROM ${tableOf(dataset)} t JOIN ${order} v ON t.rowid = v.rid WHERE v.rowid = ${row}`;
}

/** Every row that a view shows, in its order, as texts. `fields` picks and orders the columns. */
export function exportSql(dataset: Dataset, view: Pick<GridView, 'sort' | 'filters'>, fields: readonly string[]): Sql {
  const columns = fields.map((name) => sql`CAST(${identifier('t', fieldOf(dataset, name).name)} AS VARCHAR)`);
  const { where, terms } = conditionsOf(dataset, view);
  // Without a sort DuckDB keeps the order of the file by itself; asked for it, it would sort the whole table.
  const order = terms.length === 0 ? sql`` : sql` ORDER BY ${join([...terms, sql`t.rowid`], ', ')}`;
  return sql`SELECT ${join(columns, ', ')} FROM ${tableOf(dataset)} t${where}${order}`;
}

/** How many rows a view shows. */
export function countSql(dataset: Dataset, view: Pick<GridView, 'sort' | 'filters'>): Sql {
  return sql`SELECT count(*) AS n FROM ${tableOf(dataset)} t${conditionsOf(dataset, view).where}`;
}

function conditionsOf(dataset: Dataset, view: Pick<GridView, 'sort' | 'filters'>): { where: Sql; terms: Sql[] } {
  const tests = view.filters.map((filter) =>
    matchSql(identifier('t', fieldOf(dataset, filter.field).name), fieldOf(dataset, filter.field), filter.test),
  );
  const terms = view.sort.map(
    (term) =>
      sql`${identifier('t', fieldOf(dataset, term.field).name)} ${raw(term.descending ? 'DESC' : 'ASC')} NULLS LAST`,
  );
  return { where: tests.length === 0 ? sql`` : sql` WHERE ${join(tests, ' AND ')}`, terms };
}
