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
      return droppedRows(session, before, after, built, options);
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
  const shown = pick(before.columns, [...(built.about ?? []), ...touched.flatMap(({ was }) => was ?? [])]);
  const made = pick(
    after.columns,
    touched.map(({ name }) => name),
  );
  const news = made.map(({ name }) => {
    const at = touched.findIndex((column) => column.name === name);
    return sql`, CAST(${raw(`n${at}`)} AS VARCHAR) AS ${raw(`a${made.findIndex((column) => column.name === name)}`)}`;
  });
  const olds = shown.map((_, i) => sql`, ${raw(`b${i}`)}`);
  const listed = [...olds, ...news].reduce((all, one) => sql`${all}${one}`, sql``);
  const rows = await session.rows(
    withChain(
      before,
      sql`SELECT rid${listed} FROM (${besideSql(before, built, shown)}) WHERE ${join(meets, ' OR ')}${first(after)}`,
    ),
    options,
  );
  return {
    ...namesOf(shown, made),
    rows: rows.map((row) => ({
      ...numbered(row, before),
      before: cells(row, 'b', shown),
      after: cells(row, 'a', made),
    })),
  };
}

/** The first rows. In the order of the file by themselves, they are found without looking at all. */
const first = ({ inOrder }: Stage): Sql => sql`${inOrder ? sql`` : sql` ORDER BY rid`} LIMIT ${rowsShown}`;

async function droppedRows(
  session: Session,
  before: Stage,
  after: Stage,
  built: Extract<Built, { shape: 'rows' }>,
  options: QueryOptions,
): Promise<Sample> {
  const shown = pick(before.columns, [...built.about, ...before.columns.map(({ name }) => name)]);
  const listed = shown.map((_, i) => sql`, ${raw(`o${i}`)}`).reduce((all, one) => sql`${all}${one}`, sql``);
  const inner = sql`SELECT s.rowid AS rid, ${join(texts('s', shown, 'o'), ', ')}, ${built.keep} AS kept FROM ${before.name} s${built.joins ?? sql``}`;
  const rows = await session.rows(
    withChain(before, sql`SELECT rid${listed} FROM (${inner}) WHERE NOT kept${first(after)}`),
    options,
  );
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
