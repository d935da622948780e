import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  HUGEINT,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import type { PageColumn } from '#shared/contract/index.ts';
import type { Bindable } from './sql.ts';
import type { Value } from './types.ts';

/** A DuckDB value as the engine hands it on: exact, and plain enough for JSON. */
export function toValue(value: DuckDBValue): Value {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    default:
      return value === null || value === undefined ? null : String(value);
  }
}

const doubles: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.UTINYINT,
  DuckDBTypeId.USMALLINT,
  DuckDBTypeId.UINTEGER,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
]);

/** Packs one column of a page: a typed array where a double is exact, text where it is not. */
export function toPageColumn(values: readonly DuckDBValue[], type: DuckDBType): PageColumn {
  const nulls = new Uint8Array(values.length);
  values.forEach((value, i) => {
    if (value === null) nulls[i] = 1;
  });
  if (doubles.has(type.typeId)) {
    return {
      kind: 'number',
      values: Float64Array.from(values, (value) => (value === null ? 0 : Number(value))),
      nulls,
    };
  }
  return { kind: 'text', values: values.map((value) => (value === null ? '' : String(value))), nulls };
}

/**
 * Values and types to bind. Whole numbers go in as BIGINT: as DOUBLE, the client's default, a comparison would cast the
 * column and lose digits above 2^53.
 */
export function toBindings(values: readonly Bindable[]): [DuckDBValue[], DuckDBType[]] {
  const bound = values.map(bind);
  return [bound.map(([value]) => value), bound.map(([, type]) => type)];
}

function bind(value: Bindable): [DuckDBValue, DuckDBType] {
  switch (typeof value) {
    case 'string':
      return [value, VARCHAR];
    case 'boolean':
      return [value, BOOLEAN];
    case 'bigint':
      return [value, HUGEINT];
    case 'number':
      return Number.isSafeInteger(value) ? [BigInt(value), BIGINT] : [value, DOUBLE];
    default:
      return [null, SQLNULL];
  }
}
