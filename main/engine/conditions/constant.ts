import type { Constant } from '#shared/conditions/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { raw, type Sql, sql } from '../warehouse/index.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/;
const clock = /^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/;
const whole = /^[+-]?\d{1,38}$/;
const real = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const exact = /^[+-]?\d{1,30}(\.\d{1,6})?$/;

type Describable = Pick<Field, 'name' | 'type'>;

/** True for a constant that names a day and no time of day. */
export function isDay(constant: Constant): boolean {
  return typeof constant === 'string' && day.test(constant);
}

/**
 * A constant as a bound value of the field's type. Fails with `valueNotOfType` before any query runs, so that a wrong
 * value is told by field and not by a cast somewhere in the statement.
 */
export function bindConstant(field: Describable, constant: Constant): Sql {
  const text = String(constant);
  switch (field.type) {
    case 'text':
    case 'other':
      return sql`CAST(${text} AS VARCHAR)`;
    case 'integer':
      if (whole.test(text)) return sql`CAST(${text} AS HUGEINT)`;
      // 2.5 is a fair thing to compare a whole number with.
      return number(field, text);
    case 'decimal':
      return exact.test(text) ? sql`CAST(${text} AS ${raw(narrowestDecimal(text))})` : number(field, text);
    case 'number':
      return number(field, text);
    case 'boolean':
      if (text === 'true' || text === 'false') return sql`CAST(${text} AS BOOLEAN)`;
      throw notOfType(field, constant);
    case 'date':
    case 'timestamp':
      if (day.test(text) && isRealDay(text)) return sql`CAST(${text} AS DATE)`;
      if (moment.test(text) && isRealDay(text.slice(0, 10))) return sql`CAST(${text} AS TIMESTAMP)`;
      throw notOfType(field, constant);
    case 'time':
      if (clock.test(text)) return sql`CAST(${text} AS TIME)`;
      throw notOfType(field, constant);
  }
}

/** Whole constants within 64 bits are compared as such: a HUGEINT would widen the whole column first. */
export function narrowed(bound: Sql, constant: Constant): Sql {
  const text = String(constant);
  if (!whole.test(text)) return bound;
  const value = BigInt(text);
  return value >= -(2n ** 63n) && value < 2n ** 63n ? sql`CAST(${text} AS ${raw('BIGINT')})` : bound;
}

/** No wider than the constant needs: DuckDB widens the whole column to a type that holds both. */
function narrowestDecimal(text: string): string {
  const [digits = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  return `DECIMAL(${digits.length + fraction.length}, ${fraction.length})`;
}

function number(field: Describable, text: string): Sql {
  if (!real.test(text)) throw notOfType(field, text);
  return sql`CAST(${text} AS DOUBLE)`;
}

function isRealDay(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function notOfType(field: Describable, constant: Constant): AppError {
  return new AppError('validation', 'valueNotOfType', {
    field: field.name,
    type: field.type,
    value: String(constant).slice(0, 100),
  });
}
