import { mask } from '#shared/privacy/mask.ts';
import type { RecipeStepResult } from '#shared/recipes/index.ts';
import { identifier, join, type QueryOptions, type Row, raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import { classOf } from './classes.ts';
import { besideSql, comparedWith } from './counts.ts';
import { withChain } from './stage.ts';
import type { Built, Column, Stage } from './types.ts';

type Sample = RecipeStepResult['sample'];

const rowsShown = 5;
const columnsShown = 8;

/** Rows around what a step does, masked by class; see `sample` of the step's result. */
export async function sampleOf(
  session: Session,
  before: Stage,
  after: Stage,
  built: Built,
  options: QueryOptions,
): Promise<Sample> {
  switch (built.shape) {
    case 'cells':
      return changedRows(session, before, after, built, options);
    case 'rows':
      return droppedRows(session, before, after, built.about, options);
    case 'table':
      return bothTables(session, before, after, options);
  }
}

async function changedRows(
  session: Session,
  before: Stage,
  after: Stage,
  built: Extract<Built, { shape: 'cells' }>,
  options: QueryOptions,
): Promise<Sample> {
  const touched = built.columns.filter((column) => column.touched);
  const meets = comparedWith(before, built, after.columns).flatMap(({ changed }, i) =>
    touched[i]?.was === null ? [sql`${raw(`n${i}`)} IS NOT NULL`] : changed ? [changed] : [],
  );
  if (meets.length === 0) return { before: [], after: [], rows: [] };
  const names = [...new Set([...(built.about ?? []), ...touched.flatMap(({ was }) => was ?? [])])];
  const shown = pick(before.columns, names);
  const made = pick(
    after.columns,
    touched.map(({ name }) => name),
  );
  const first = sql`SELECT rid FROM (${besideSql(before, built)}) WHERE ${join(meets, ' OR ')} ORDER BY rid LIMIT ${rowsShown}`;
  const asked = [...texts('b', shown, 'o'), ...texts('a', made, 'n')];
  const rows = await session.rows(
    withChain(
      after,
      sql`SELECT b.rowid AS rid, ${join(asked, ', ')} FROM (${first}) r JOIN ${before.name} b ON b.rowid = r.rid JOIN ${after.name} a ON a.rowid = r.rid ORDER BY r.rid`,
    ),
    options,
  );
  return {
    ...namesOf(shown, made),
    rows: rows.map((row) => ({
      ...numbered(row, before),
      before: cells(row, 'o', shown),
      after: cells(row, 'n', made),
    })),
  };
}

async function droppedRows(
  session: Session,
  before: Stage,
  after: Stage,
  about: readonly string[],
  options: QueryOptions,
): Promise<Sample> {
  const shown = pick(before.columns, [...about, ...before.columns.map(({ name }) => name)]);
  const statement = sql`SELECT b.rowid AS rid, ${join(texts('b', shown, 'o'), ', ')} FROM ${before.name} b ANTI JOIN ${after.name} a ON a.rowid = b.rowid ORDER BY b.rowid LIMIT ${rowsShown}`;
  const rows = await session.rows(withChain(after, statement), options);
  return {
    ...namesOf(shown, shown),
    rows: rows.map((row) => ({ ...numbered(row, before), before: cells(row, 'o', shown), after: null })),
  };
}

async function bothTables(session: Session, before: Stage, after: Stage, options: QueryOptions): Promise<Sample> {
  const read = async (stage: Stage, shown: readonly Column[]) =>
    session.rows(
      withChain(
        stage,
        sql`SELECT ${join(texts('t', shown, 'o'), ', ')} FROM ${stage.name} t ORDER BY t.rowid LIMIT ${rowsShown}`,
      ),
      options,
    );
  const shown = before.columns.slice(0, columnsShown);
  const made = after.columns.slice(0, columnsShown);
  const [was, is] = [await read(before, shown), await read(after, made)];
  return {
    ...namesOf(shown, made),
    rows: [
      ...was.map((row) => ({ row: null, before: cells(row, 'o', shown), after: null })),
      ...is.map((row) => ({ row: null, before: null, after: cells(row, 'o', made) })),
    ],
  };
}

function pick(columns: readonly Column[], names: readonly string[]): Column[] {
  const wanted = [...new Set(names)].slice(0, columnsShown);
  return wanted.flatMap((name) => columns.find((column) => column.name === name) ?? []);
}

function texts(alias: string, columns: readonly Column[], prefix: string): Sql[] {
  return columns.map((column, i) => sql`CAST(${identifier(alias, column.name)} AS VARCHAR) AS ${raw(`${prefix}${i}`)}`);
}

const namesOf = (before: readonly Column[], after: readonly Column[]) => ({
  before: before.map(({ name }) => name),
  after: after.map(({ name }) => name),
});

const numbered = (row: Row, { ofFile }: Stage) => ({ row: ofFile ? Number(row.rid) + 1 : null });

function cells(row: Row, prefix: string, columns: readonly Column[]): (string | null)[] {
  return columns.map((column, i) => {
    const shown = mask(row[`${prefix}${i}`] ?? null, classOf(column));
    return shown === null ? null : String(shown);
  });
}
