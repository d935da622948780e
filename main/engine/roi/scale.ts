import type { Field } from '#shared/intake/index.ts';
import type { RoiAmount } from '#shared/roi/index.ts';
import { identifier, type Sql, sql } from '../warehouse/index.ts';

/**
 * How the amounts of a column are counted: whole multiples of a unit, so that sums are the same in any order. Whole numbers
 * and decimals are exact. A DOUBLE is counted in a power of two 86 bits below the largest value of its column, 33 bits
 * finer than that value's own last digit; 2^40 rows fit into 127 bits.
 */
export type Scale =
  | { readonly kind: 'exact'; readonly places: number }
  | { readonly kind: 'binary'; readonly bits: number };

const finerBits = 86;
/** 2^1000 is still a number. */
const mostBits = 1000;

/** The scale of a column; `largest` is the greatest magnitude in it, used where it holds DOUBLEs. */
export function scaleOf(field: Field, largest: number): Scale {
  if (field.type === 'integer') return { kind: 'exact', places: 0 };
  if (field.type === 'decimal') {
    return { kind: 'exact', places: Number(/,\s*(\d+)\)/.exec(field.nativeType)?.[1] ?? 0) };
  }
  const magnitude = largest > 0 ? Math.floor(Math.log2(largest)) + 1 : 0;
  return { kind: 'binary', bits: Math.min(mostBits, finerBits - magnitude) };
}

/** A column in its units, to be summed: not to be asked of a value that is not finite. */
export function unitsSql(alias: string, field: Field, scale: Scale): Sql {
  const column = identifier(alias, field.name);
  switch (scale.kind) {
    case 'exact':
      return column;
    case 'binary':
      return sql`CAST(CAST(${column} AS DOUBLE) * CAST(${2 ** scale.bits} AS DOUBLE) AS HUGEINT)`;
  }
}

/** A sum as the query returns it, as text, in units. */
export function toUnits(text: string, scale: Scale): bigint {
  return BigInt(scale.kind === 'exact' ? text.replace('.', '') : text);
}

/** Units as an amount: exact text, or a number for DOUBLEs. */
export function toAmount(units: bigint, scale: Scale): RoiAmount {
  if (scale.kind === 'binary') return toNumber(units, scale);
  if (scale.places === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(scale.places + 1, '0');
  const cut = digits.length - scale.places;
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Units as the nearest number. */
export function toNumber(units: bigint, scale: Scale): number {
  return scale.kind === 'exact' ? Number(toAmount(units, scale)) : Number(units) / 2 ** scale.bits;
}
