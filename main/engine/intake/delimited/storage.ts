import type { ReadableType } from '#shared/intake/index.ts';
import { identifier, join, raw, type Sql, sql } from '../../warehouse/index.ts';
import type { ColumnPlan } from './plan.ts';

/** DuckDB's type for each type that can be chosen. */
export const nativeTypes: Readonly<Record<ReadableType, string>> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  decimal: 'DECIMAL(18,4)',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  time: 'TIME',
  boolean: 'BOOLEAN',
};

/** The statement that makes the empty table of a dataset. */
export function createTable(columns: readonly ColumnPlan[], table: Sql): Sql {
  const kept = columns.filter(({ skip }) => !skip);
  const defined = kept.map((column) => {
    return sql`${identifier(column.name)} ${raw(nativeTypes[column.type])}${compression(column)}`;
  });
  return sql`CREATE TABLE ${table} (${join(defined, ', ')})`;
}

/**
 * DuckDB tries every compression on every text before it takes the best, which for ids of 10 million rows is a tenth of
 * the whole import. Where the sample tells what would win, only that one is tried; where it does not fit after all,
 * DuckDB stores the segment uncompressed.
 */
function compression({ type, variety }: ColumnPlan): Sql {
  if (type !== 'text') return sql``;
  switch (variety) {
    case 'few':
      return sql` USING COMPRESSION dictionary`;
    case 'many':
      return sql` USING COMPRESSION fsst`;
    case 'unknown':
      return sql``;
  }
}
