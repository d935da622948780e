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
    return type === 'integer'
      ? sql`CASE WHEN regexp_full_match(${text}, '[+-]?\\d+(?:\\.0*)?') THEN ${read} END`
      : finite(type, read);
  }
  const whole = type === 'integer' && (column.type === 'number' || column.type === 'decimal');
  const read = sql`TRY_CAST(${value} AS ${native})`;
  return whole ? sql`CASE WHEN ${value} = trunc(${value}) THEN ${read} END` : finite(type, read);
}

/** DuckDB reads `nan`, `inf` and 1e400, which no sum survives, and `infinity` as a day. */
function finite(type: ReadableType, read: Sql): Sql {
  const open = type === 'number' || type === 'date' || type === 'timestamp';
  return open ? sql`CASE WHEN isfinite(${read}) THEN ${read} END` : read;
}
