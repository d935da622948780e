import type { Dataset } from '#shared/intake/index.ts';
import { tableOf } from '../datasets/index.ts';
import { fieldTypeOf } from '../intake/index.ts';
import { identifier, join, raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { Built, Column, MadeColumn, Stage } from './types.ts';

/** A statement after the table expressions that it reads. */
export function withChain(stage: Stage, statement: Sql): Sql {
  return sql`WITH ${join(stage.expressions, ', ')} ${statement}`;
}

/** The source, with the number of each row. */
export function sourceStage(dataset: Dataset): Stage {
  const columns = dataset.fields.map((field) => ({
    ...{ name: field.name, type: field.type, native: field.nativeType },
    origins: [field],
  }));
  const name = raw('s0');
  const listed = columns.map((column) => sql`s.${identifier(column.name)}`);
  const query = sql`SELECT s.rowid, ${join(listed, ', ')} FROM ${tableOf(dataset)} s`;
  return { expressions: [sql`${name} AS (${query})`], name, columns, ofFile: true, inOrder: true };
}

/** The rows after a step, with the types that DuckDB says they have. */
export async function nextStage(stage: Stage, built: Built, session: Session): Promise<Stage> {
  const name = raw(`s${stage.expressions.length}`);
  const expressions = [...stage.expressions, sql`${name} AS (${queryOf(stage, built)})`];
  const described = await session.describe(sql`WITH ${join(expressions, ', ')} SELECT * FROM ${name}`);
  const natives = new Map(described.map((each) => [each.name, each.type]));
  const named: readonly Pick<Column, 'name' | 'origins'>[] = built.shape === 'rows' ? stage.columns : built.columns;
  const columns = named.map(({ name: column, origins }) => {
    const native = natives.get(column) ?? 'VARCHAR';
    return { name: column, type: fieldTypeOf(native), native, origins };
  });
  const ofFile = stage.ofFile && built.shape !== 'table';
  return { expressions, name, columns, ofFile, inOrder: stage.inOrder && keepsOrder(built) };
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
      return sql`SELECT s.rowid, ${join(built.columns.map(named), ', ')} FROM ${stage.name} s${built.joins ?? sql``}`;
    case 'rows': {
      const columns = join(
        stage.columns.map((column) => identifier('s', column.name)),
        ', ',
      );
      const kept = raw(freeName(stage.columns));
      const inner = sql`SELECT s.rowid, ${columns}, ${built.keep} AS ${kept} FROM ${stage.name} s${built.joins ?? sql``}`;
      return sql`SELECT s.rowid, ${columns} FROM (${inner}) s WHERE ${kept}`;
    }
    case 'table':
      return built.query;
  }
}

const named = ({ name, value }: MadeColumn): Sql => sql`${value} AS ${identifier(name)}`;

/** A name that no column has. */
function freeName(columns: readonly Column[]): string {
  const taken = new Set(columns.map((column) => column.name.toLowerCase()));
  let name = 'kept';
  while (taken.has(name)) name += '_';
  return name;
}

/** The rows in the order of the file, without their numbers. */
export function rowsOf(stage: Stage): Sql {
  const columns = stage.columns.map((column) => identifier('s', column.name));
  const order = stage.inOrder ? sql`` : sql` ORDER BY s.rowid`;
  return withChain(stage, sql`SELECT ${join(columns, ', ')} FROM ${stage.name} s${order}`);
}
