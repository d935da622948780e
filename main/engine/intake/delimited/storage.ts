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
 * DuckDB tries every compression on every text before it takes the best: for the ids of 10 million rows that was a fifth
 * of the whole import. Where the sample tells, only one is tried. Identifiers stay plain: they are what tables are joined by, and
 * twice the room costs less than packing and unpacking them. What does not fit after all is stored plain.
 */
function compression({ type, textKind }: ColumnPlan): Sql {
  if (type !== 'text') return sql``;
  switch (textKind) {
    case 'category':
      return sql` USING COMPRESSION dictionary`;
    case 'identifier':
      return sql` USING COMPRESSION uncompressed`;
    case 'prose':
      return sql` USING COMPRESSION fsst`;
    case 'mixed':
      return sql``;
  }
}
