import type { RecipeStepResult } from '#shared/recipes/index.ts';
import { join, type QueryOptions, raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import { before as cellBefore } from './columns.ts';
import { fromSql, withChain } from './stage.ts';
import { trimmedSql } from './steps/spaces.ts';
import type { Built, Column, MadeColumn, Stage } from './types.ts';

type Counted = Pick<RecipeStepResult, 'rowsAfter' | 'changedCells' | 'columns'>;

/** How many rows a step leaves, and how many cells of which columns it changes. */
export async function countChanges(
  session: Session,
  before: Stage,
  after: Stage,
  built: Built,
  rows: number,
  options: QueryOptions,
): Promise<Counted> {
  switch (built.shape) {
    case 'cells':
      return { rowsAfter: rows, ...(await changedCells(session, before, built, after.columns, options)) };
    case 'rows':
    case 'table': {
      const [counted] = await session.rows(withChain(after, sql`SELECT count(*) AS n FROM ${after.name}`), options);
      return { rowsAfter: Number(counted?.n ?? 0), changedCells: 0, columns: [] };
    }
  }
}

async function changedCells(
  session: Session,
  before: Stage,
  built: Extract<Built, { shape: 'cells' }>,
  after: readonly Column[],
  options: QueryOptions,
): Promise<Omit<Counted, 'rowsAfter'>> {
  const touched = built.columns.filter((column) => column.touched);
  const compared = comparedWith(before, built, after);
  const asked = compared.flatMap(({ changed, unread }, i) => [
    ...(changed ? [sql`count(*) FILTER (WHERE ${changed}) AS ${raw(`c${i}`)}`] : []),
    ...(unread ? [sql`count(*) FILTER (WHERE ${unread}) AS ${raw(`u${i}`)}`] : []),
  ]);
  const [row = {}] =
    asked.length === 0
      ? []
      : await session.rows(
          withChain(before, sql`SELECT ${join(asked, ', ')} FROM (${besideSql(before, built)})`),
          options,
        );
  const columns = touched.map(({ name, was }, i) => ({
    field: name,
    changed: Number(row[`c${i}`] ?? 0),
    unread: Number(row[`u${i}`] ?? 0),
    added: was === null,
  }));
  return { changedCells: columns.reduce((sum, { changed }) => sum + changed, 0), columns };
}

/**
 * Every touched column of a step with its cell before it, o0 …, and after it, n0 …; `rid` is the number of the row. `about`:
 * further columns before it, as texts b0 …
 */
export function besideSql(
  before: Stage,
  built: Extract<Built, { shape: 'cells' }>,
  about: readonly Column[] = [],
): Sql {
  const touched = built.columns.filter((column) => column.touched);
  const cells = touched.map(({ was, value }, i) => {
    const old = was === null ? sql`NULL` : cellBefore({ name: was });
    return sql`, ${old} AS ${raw(`o${i}`)}, ${value} AS ${raw(`n${i}`)}`;
  });
  const beside = about.map((column, i) => sql`, CAST(${cellBefore(column)} AS VARCHAR) AS ${raw(`b${i}`)}`);
  const all = [...cells, ...beside].reduce((list, cell) => sql`${list}${cell}`, sql``);
  return sql`SELECT s.rowid AS rid${all} FROM ${fromSql(before, built)}`;
}

/** For each touched column, when its cell counts as changed and when as not read; null where it cannot be. */
export function comparedWith(
  before: Stage,
  built: Extract<Built, { shape: 'cells' }>,
  after: readonly Column[],
): { changed: Sql | null; unread: Sql | null }[] {
  const touched = built.columns.filter((column) => column.touched);
  return touched.map((column, i) => ({
    changed: changedSql(column, i, before.columns, after),
    unread: column.reads
      ? sql`(${raw(`n${i}`)} IS NULL AND ${trimmedSql(sql`CAST(${raw(`o${i}`)} AS VARCHAR)`)} <> '')`
      : null,
  }));
}

/** Of another type, a cell counts as changed where it reads otherwise. */
function changedSql(
  { name, was, value }: MadeColumn,
  i: number,
  before: readonly Column[],
  after: readonly Column[],
): Sql | null {
  const old = before.find((column) => column.name === was);
  // A column that only has another name has the same cells.
  if (!old || value.text === cellBefore(old).text) return null;
  const same = old.native === after.find((column) => column.name === name)?.native;
  const cell = (side: 'o' | 'n') => (same ? raw(`${side}${i}`) : sql`CAST(${raw(`${side}${i}`)} AS VARCHAR)`);
  return sql`${cell('n')} IS DISTINCT FROM ${cell('o')}`;
}
