import type { ReadableType } from '#shared/intake/index.ts';
import { raw, type Sql, sql } from '../../warehouse/index.ts';
import { exactDigits } from './cellFacts.ts';
import type { ColumnPlan } from './plan.ts';

/** Types whose guesses are guarded: those that DuckDB reads with a loss and without a word. */
export function isGuarded(column: ColumnPlan): boolean {
  return !column.chosen && (column.type === 'integer' || column.type === 'number');
}

/**
 * A text as the number that it was guessed to be, or a failing cast when it is not exactly that: left to itself DuckDB
 * reads 007 as 7, 1.5 as the BIGINT 2 and 1e5 as one, too. A failure makes the load start again with a closer look.
 */
export function guarded(type: Extract<ReadableType, 'integer' | 'number'>, read: Sql): Sql {
  const digits = raw(String(exactDigits));
  switch (type) {
    case 'integer': {
      const number = sql`TRY_CAST(${read} AS BIGINT)`;
      const exact = sql`CAST(${number} AS VARCHAR) = ${read} AND strlen(${read}) <= ${digits}`;
      return sql`CASE WHEN ${exact} THEN ${number} WHEN ${read} IS NOT NULL THEN ${failing('BIGINT', read)} END`;
    }
    case 'number': {
      const leadingZero = sql`${read} >= '00' AND ${read} < '0:'`;
      const longDigits = sql`strlen(${read}) > ${digits} AND NOT contains(${read}, '.')`;
      const number = sql`CAST(${read} AS DOUBLE)`;
      return sql`CASE WHEN ${leadingZero} OR (${longDigits}) THEN ${failing('DOUBLE', read)} ELSE ${number} END`;
    }
  }
}

/** A cast that cannot succeed: error() would do, if it were not worked out before any row is read. */
function failing(type: 'BIGINT' | 'DOUBLE', read: Sql): Sql {
  return sql`CAST('not exact' || ${read} AS ${raw(type)})`;
}
