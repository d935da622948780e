import { AppError } from '#shared/errors/index.ts';
import type { StepOf } from '#shared/recipes/index.ts';
import { bindConstant } from '../../conditions/index.ts';
import { join, raw, type Sql, sql } from '../../warehouse/index.ts';
import { before, columnOf, columnOfType, numeric, withValues } from '../columns.ts';
import type { Built, Column, Stage } from '../types.ts';

export function fill(step: StepOf<'fill'>, stage: Stage): Built {
  const { columns } = stage;
  const group = step.group.map((field) => columnOf(columns, field));
  const filled = step.fields.map((field) => columnOf(columns, field));
  const fillWith = (value: (column: Column) => Sql, joins?: Sql): Built => ({
    shape: 'cells',
    columns: withValues(columns, step.fields, (column) => sql`coalesce(${before(column)}, ${value(column)})`),
    ...(joins ? { joins } : {}),
    windows: step.with.kind === 'previous',
    about: step.group,
  });
  switch (step.with.kind) {
    case 'constant': {
      const { value } = step.with;
      return fillWith((column) => constant(column, value));
    }
    case 'previous':
      return fillWith((column) => previous(column, group));
    case 'median':
    case 'mean':
    case 'mode': {
      const { kind } = step.with;
      const joins = filled.map((column, i) => statistic(stage, column, kind, group, raw(`f${i}`)));
      return fillWith((column) => sql`${raw(`f${filled.indexOf(column)}`)}.v`, join(joins, ' '));
    }
  }
}

function constant(column: Column, value: string | number | boolean): Sql {
  const bound = bindConstant(column, value);
  if (column.type === 'integer' && !/^[+-]?\d+$/.test(String(value))) {
    throw new AppError('validation', 'valueNotOfType', { field: column.name, type: column.type, value: String(value) });
  }
  return sql`CAST(${bound} AS ${raw(column.native)})`;
}

/** The nearest value above it, in the order of the file. */
function previous(column: Column, group: readonly Column[]): Sql {
  const within = group.length === 0 ? sql`` : sql`PARTITION BY ${join(group.map(before), ', ')} `;
  return sql`last_value(${before(column)} IGNORE NULLS) OVER (${within}ORDER BY s.rowid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
}

/** A join with the statistic of each group, `v`. Empty cells of the grouping fields agree with each other. */
function statistic(
  stage: Stage,
  column: Column,
  kind: 'median' | 'mean' | 'mode',
  group: readonly Column[],
  alias: Sql,
): Sql {
  const keys = group.map((each, i) => sql`${before(each)} AS ${raw(`k${i}`)}, `);
  const listed = keys.reduce((all, key) => sql`${all}${key}`, sql``);
  const source =
    kind === 'mode'
      ? sql`SELECT ${names(group)}first(x ORDER BY n DESC, x) AS v FROM (SELECT ${listed}${before(column)} AS x, count(*) AS n FROM ${stage.name} s WHERE ${before(column)} IS NOT NULL GROUP BY ALL) GROUP BY ALL`
      : sql`SELECT ${listed}${aggregate(stage.columns, column, kind)} AS v FROM ${stage.name} s GROUP BY ALL`;
  const on = group.map((each, i) => sql`${before(each)} IS NOT DISTINCT FROM ${alias}.${raw(`k${i}`)}`);
  return sql` LEFT JOIN (${source}) ${alias} ON ${on.length === 0 ? sql`true` : join(on, ' AND ')}`;
}

function names(group: readonly Column[]): Sql {
  return raw(group.map((_, i) => `k${i}, `).join(''));
}

/** The field keeps its type: of two middle values of whole numbers, decimals and dates the lower one counts, means are rounded. */
function aggregate(columns: readonly Column[], column: Column, kind: 'median' | 'mean'): Sql {
  const value = before(column);
  if (kind === 'median') {
    columnOfType(columns, column.name, [...numeric, 'date', 'timestamp']);
    return column.type === 'number' ? sql`quantile_cont(${value}, 0.5)` : sql`quantile_disc(${value}, 0.5)`;
  }
  columnOfType(columns, column.name, numeric);
  // Compensated, because sums of parts in another order would differ in their last digits.
  const mean = sql`favg(CAST(${value} AS DOUBLE))`;
  if (column.type === 'number') return mean;
  return sql`CAST(${column.type === 'integer' ? sql`round(${mean})` : mean} AS ${raw(column.native)})`;
}
