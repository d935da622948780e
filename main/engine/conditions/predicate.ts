import type { Constant, Predicate } from '#shared/conditions/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { join, raw, type Sql, sql } from '../warehouse/index.ts';
import { bindConstant, isDay, narrowed } from './constant.ts';

const comparison = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' } as const;
const textFunction = { contains: 'contains', startsWith: 'starts_with', endsWith: 'ends_with' } as const;

/**
 * A test of one field as a condition that is true or false, never null: an empty field meets nothing but `isNull`.
 * So NOT is an exact complement (docs/semantics.md).
 */
export function predicateSql(column: Sql, field: Pick<Field, 'name' | 'type'>, test: Predicate): Sql {
  const met = matchSql(column, field, test);
  return test.op === 'isNull' || test.op === 'notNull' ? met : sql`coalesce(${met}, false)`;
}

/**
 * The same for a WHERE, which leaves out what is null as it does what is false. DuckDB carries such a test into the scan of
 * a table, and skips the parts that can't meet it; a `coalesce` it asks of every row.
 */
export function matchSql(column: Sql, field: Pick<Field, 'name' | 'type'>, test: Predicate): Sql {
  switch (test.op) {
    case 'isNull':
      return sql`(${column} IS NULL)`;
    case 'notNull':
      return sql`(${column} IS NOT NULL)`;
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return sql`${raw(textFunction[test.op])}(lower(CAST(${column} AS VARCHAR)), lower(${test.value}))`;
    case 'between':
      return sql`(${compare(column, field, 'ge', test.low)} AND ${compare(column, field, 'le', test.high)})`;
    case 'in':
      return sql`(${anyOf(column, field, test.values)})`;
    case 'notIn':
      return sql`(NOT (${anyOf(column, field, test.values)}))`;
    default:
      return sql`(${compare(column, field, test.op, test.value)})`;
  }
}

function compare(
  column: Sql,
  field: Pick<Field, 'name' | 'type'>,
  op: keyof typeof comparison,
  constant: Constant,
): Sql {
  return sql`${sideOf(column, field, constant)} ${raw(comparison[op])} ${constantSql(field, constant)}`;
}

function anyOf(column: Sql, field: Pick<Field, 'name' | 'type'>, constants: readonly Constant[]): Sql {
  // Days among moments need another left side, so they are asked apart.
  const days = constants.filter((constant) => field.type === 'timestamp' && isDay(constant));
  const others = constants.filter((constant) => !days.includes(constant));
  const list = (side: Sql, members: readonly Constant[]) =>
    sql`${side} IN (${join(
      members.map((member) => constantSql(field, member)),
      ', ',
    )})`;
  const asked: Sql[] = [];
  if (days[0] !== undefined) asked.push(list(sideOf(column, field, days[0]), days));
  if (others[0] !== undefined) asked.push(list(sideOf(column, field, others[0]), others));
  return join(asked, ' OR ');
}

/** A moment compared with a day is compared by its day; what is no plain value is compared as text. */
function sideOf(column: Sql, field: Pick<Field, 'type'>, constant: Constant): Sql {
  if (field.type === 'timestamp' && isDay(constant)) return sql`CAST(${column} AS DATE)`;
  if (field.type === 'other') return sql`CAST(${column} AS VARCHAR)`;
  return column;
}

function constantSql(field: Pick<Field, 'name' | 'type'>, constant: Constant): Sql {
  const bound = bindConstant(field, constant);
  return field.type === 'integer' ? narrowed(bound, constant) : bound;
}
