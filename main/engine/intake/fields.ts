import type { FieldType } from '#shared/intake/index.ts';

const integers = [
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'UHUGEINT',
];

/** The type that an analyst sees for a type of DuckDB. */
export function fieldTypeOf(native: string): FieldType {
  if (integers.includes(native)) return 'integer';
  if (/^DECIMAL\(\d+,\d+\)$/.test(native)) return 'decimal';
  if (/^TIMESTAMP(?:_S|_MS|_NS| WITH TIME ZONE)?$/.test(native)) return 'timestamp';
  if (/^TIME(?: WITH TIME ZONE|_NS)?$/.test(native)) return 'time';
  switch (native) {
    case 'VARCHAR':
    case 'UUID':
      return 'text';
    case 'FLOAT':
    case 'DOUBLE':
      return 'number';
    case 'DATE':
      return 'date';
    case 'BOOLEAN':
      return 'boolean';
    default:
      return 'other';
  }
}
