import type { Arithmetic } from '#shared/recipes/index.ts';
import { raw, sql } from '../../warehouse/index.ts';
import { isNumber, type Kind, refuse, type Typed } from './typed.ts';

/**
 * Whole numbers stay whole and decimals exact under + and -, whole numbers under *; all else is a number of 15 digits.
 * Nothing is divided by zero: that is empty. A day and a whole number make another day.
 */
export function arithmetic(op: Arithmetic, left: Typed, right: Typed, at: number): Typed {
  if (left.kind === 'date' && (op === '+' || op === '-') && (right.kind === 'integer' || right.kind === 'empty')) {
    return { kind: 'date', value: sql`(${left.value} ${raw(op)} CAST(${right.value} AS INTEGER))` };
  }
  for (const side of [left, right]) if (!isNumber(side.kind)) throw refuse(at, op, side.kind);
  const kind = kindOf(op, left.kind, right.kind);
  const a = cast(left, kind);
  const b = cast(right, kind);
  if (op === '/') return { kind, value: sql`(${a} / nullif(${b}, 0))` };
  return { kind, value: sql`(${a} ${raw(op)} ${b})` };
}

function kindOf(op: Arithmetic, left: Kind, right: Kind): 'integer' | 'decimal' | 'number' {
  if (op === '/' || left === 'number' || right === 'number') return 'number';
  const exact = left === 'decimal' || right === 'decimal';
  if (op === '*') return exact ? 'number' : 'integer';
  return exact ? 'decimal' : 'integer';
}

function cast({ kind, value }: Typed, to: 'integer' | 'decimal' | 'number') {
  switch (to) {
    case 'number':
      return sql`CAST(${value} AS DOUBLE)`;
    case 'integer':
      return sql`CAST(${value} AS BIGINT)`;
    case 'decimal':
      return kind === 'decimal' ? value : sql`CAST(${value} AS DECIMAL(22,4))`;
  }
}
