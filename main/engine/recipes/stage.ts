import type { Dataset } from '#shared/intake/index.ts';
import { tableOf } from '../datasets/index.ts';
import { fieldTypeOf } from '../intake/index.ts';
import { identifier, join, raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import { freeName } from './columns.ts';
import type { Built, MadeColumn, NamedColumn, Stage } from './types.ts';

/** A statement after the table expressions that it reads. */
export function withChain(stage: Stage, statement: Sql): Sql {
  return sql`WITH ${join(stage.expressions, ', ')} ${statement}`;
}

/** The source, with the number of each row. */
export function sourceStage(dataset: Dataset): Stage {
  const columns = dataset.fields.map((field) => ({
    ...{ name: field.name, type: field.type, native: field.nativeType },
    ...{ origins: [field], altered: false },
  }));
  const name = raw('s0');
  const listed = columns.map((column) => sql`s.${identifier(column.name)}`);
  const query = sql`SELECT s.rowid, ${join(listed, ', ')} FROM ${tableOf(dataset)} s`;
  return { expressions: [sql`${name} AS (${query})`], name, columns, ofFile: true, inOrder: true };
}

/** The rows after a step, with the types that DuckDB says they have. */
export async function nextStage(stage: Stage, built: Built, session: Session): Promise<Stage> {
  const name = raw(`s${stage.expressions.length}`);
  const own = sql`${name} AS (${queryOf(stage, built)})`;
  const expressions = [...stage.expressions, own];
  const described = await session.describe(sql`WITH ${join([...typesOf(stage), own], ', ')} SELECT * FROM ${name}`);
  const natives = new Map(described.map((each) => [each.name, each.type]));
  const named: readonly NamedColumn[] = built.shape === 'rows' ? stage.columns : built.columns;
  const columns = named.map(({ name: column, origins, altered }) => {
    const native = natives.get(column) ?? 'VARCHAR';
    return { name: column, type: fieldTypeOf(native), native, origins, altered };
  });
  const ofFile = stage.ofFile && built.shape !== 'table';
  return { expressions, name, columns, ofFile, inOrder: stage.inOrder && keepsOrder(built) };
}

/**
 * The columns of a stage without what makes them: each step is asked for its types alone, or the last of 200 would have all
 * of them read again. A type with names in it is not written down here.
 */
function typesOf({ expressions, name, columns }: Stage): readonly Sql[] {
  if (columns.some(({ native }) => !/^[A-Z0-9_(), [\]]+$/.test(native))) return expressions;
  const typed = columns.map((column) => sql`CAST(NULL AS ${raw(column.native)}) AS ${identifier(column.name)}`);
  return [sql`${name} AS (SELECT CAST(0 AS BIGINT) AS rowid, ${join(typed, ', ')})`];
}

function keepsOrder(built: Built): boolean {
  switch (built.shape) {
    case 'cells':
      return built.joins === undefined && built.windows !== true;
    case 'rows':
      return built.keepsOrder;
    case 'table':
      return false;
  }
}

function queryOf(stage: Stage, built: Built): Sql {
  switch (built.shape) {
    case 'cells':
      return sql`SELECT s.rowid, ${join(built.columns.map(named), ', ')} FROM ${fromSql(stage, built)}`;
    case 'rows': {
      const columns = join(
        stage.columns.map((column) => identifier('s', column.name)),
        ', ',
      );
      const kept = raw(freeName(stage.columns, 'kept'));
      const inner = sql`SELECT s.rowid, ${columns}, ${built.keep} AS ${kept} FROM ${stage.name} s${built.joins ?? sql``}`;
      return sql`SELECT s.rowid, ${columns} FROM (${inner}) s WHERE ${kept}`;
    }
    case 'table':
      return built.query;
  }
}

const named = ({ name, value }: MadeColumn): Sql => sql`${value} AS ${identifier(name)}`;

/** The rows before a step that sets cells, alias s, with what it works out first and what it joins. */
export function fromSql(stage: Stage, { prepared = [], joins = sql`` }: Extract<Built, { shape: 'cells' }>): Sql {
  if (prepared.length === 0) return sql`${stage.name} s${joins}`;
  return sql`(SELECT s.*, ${join(prepared, ', ')} FROM ${stage.name} s) s${joins}`;
}

/** The rows in the order of the file, without their numbers. */
export function rowsOf(stage: Stage): Sql {
  const columns = stage.columns.map((column) => identifier('s', column.name));
  const order = stage.inOrder ? sql`` : sql` ORDER BY s.rowid`;
  return withChain(stage, sql`SELECT ${join(columns, ', ')} FROM ${stage.name} s${order}`);
}
