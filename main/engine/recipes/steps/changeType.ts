import type { ReadableType } from '#shared/intake/index.ts';
import type { StepOf } from '#shared/recipes/index.ts';
import { nativeTypes } from '../../intake/index.ts';
import { raw, type Sql, sql } from '../../warehouse/index.ts';
import { before, withValues } from '../columns.ts';
import type { Built, Column } from '../types.ts';
import { trimmedSql } from './spaces.ts';

/** Casts that lose nothing without saying so: 2.7 is no whole number, and not 3. */
export function changeType({ fields, type }: StepOf<'type'>, columns: readonly Column[]): Built {
  return { shape: 'cells', columns: withValues(columns, fields, (column) => cast(column, type), { reads: true }) };
}

function cast(column: Column, type: ReadableType): Sql {
  const native = raw(nativeTypes[type]);
  const value = before(column);
  if (type === 'text') return sql`CAST(${value} AS VARCHAR)`;
  if (column.type === 'text') {
    const text = trimmedSql(value);
    const read = sql`TRY_CAST(${text} AS ${native})`;
    switch (type) {
      case 'integer':
        return sql`CASE WHEN regexp_full_match(${text}, '[+-]?\\d+(?:\\.0*)?') THEN ${read} END`;
      case 'number':
        // More digits than a number holds are an identifier, which would become another one.
        return sql`CASE WHEN length(${text}) > 15 AND regexp_full_match(${text}, '[+-]?\\d+') AND ${differs(text, read)} THEN NULL ELSE ${finite(type, read)} END`;
      case 'date':
      case 'timestamp':
        // DuckDB knows a day called epoch.
        return sql`CASE WHEN regexp_matches(${text}, '^\\d') THEN ${finite(type, read)} END`;
      default:
        return read;
    }
  }
  const whole = type === 'integer' && (column.type === 'number' || column.type === 'decimal');
  const read = sql`TRY_CAST(${value} AS ${native})`;
  if (type === 'number' && column.type === 'integer')
    return sql`CASE WHEN abs(${value}) > 9007199254740992 AND ${differs(value, read)} THEN NULL ELSE ${read} END`;
  return whole ? sql`CASE WHEN ${value} = trunc(${value}) THEN ${read} END` : finite(type, read);
}

const differs = (whole: Sql, read: Sql): Sql =>
  sql`TRY_CAST(${whole} AS HUGEINT) IS DISTINCT FROM TRY_CAST(${read} AS HUGEINT)`;

/** DuckDB reads `nan`, `inf` and 1e400, which no sum survives, `infinity` as a day, and days before Christ. */
function finite(type: ReadableType, read: Sql): Sql {
  switch (type) {
    case 'number':
      return sql`CASE WHEN isfinite(${read}) THEN ${read} END`;
    case 'date':
    case 'timestamp':
      return sql`CASE WHEN isfinite(${read}) AND year(${read}) > 0 THEN ${read} END`;
    default:
      return read;
  }
}
