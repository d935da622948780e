import type { Constant, Operator } from '#shared/conditions/index.ts';
import type { FieldType } from '#shared/intake/index.ts';

const ordered: readonly Operator[] = [
  'eq',
  'ne',
  'ge',
  'gt',
  'le',
  'lt',
  'between',
  'in',
  'notIn',
  'isNull',
  'notNull',
];
const text: readonly Operator[] = [
  'eq',
  'ne',
  'in',
  'notIn',
  'contains',
  'startsWith',
  'endsWith',
  'isNull',
  'notNull',
];

/** The comparisons that make sense for a type. */
export function operatorsOf(type: FieldType): readonly Operator[] {
  switch (type) {
    case 'text':
      return text;
    case 'boolean':
      return ['eq', 'isNull', 'notNull'];
    case 'other':
      return ['isNull', 'notNull'];
    default:
      return ordered;
  }
}

/** The comparison a new condition starts with. */
export function firstOperator(type: FieldType): Operator {
  if (type === 'text') return 'in';
  if (type === 'other') return 'notNull';
  return type === 'boolean' ? 'eq' : 'ge';
}

export type ValueProblem = 'notNumber' | 'notWhole' | 'notDate' | 'notTimestamp' | 'notTime';

const day = /^\d{4}-\d{2}-\d{2}$/;
const moment = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$/;
const time = /^\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/;

/** Reads what was typed as a constant of a type. Whole numbers beyond 2^53 and exact decimals stay text. */
export function parseConstant(type: FieldType, raw: string): { value: Constant } | { problem: ValueProblem } {
  const typed = raw.trim();
  switch (type) {
    case 'integer': {
      const digits = typed.replaceAll(',', '');
      if (!/^[+-]?\d+$/.test(digits)) return { problem: 'notWhole' };
      return { value: Number.isSafeInteger(Number(digits)) ? Number(digits) : digits };
    }
    case 'number':
    case 'decimal': {
      const digits = typed.replaceAll(',', '');
      if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits)) return { problem: 'notNumber' };
      return { value: type === 'decimal' && digits.includes('.') ? digits : Number(digits) };
    }
    case 'date':
      return day.test(typed) && isDay(typed) ? { value: typed } : { problem: 'notDate' };
    case 'timestamp':
      return moment.test(typed) && isDay(typed.slice(0, 10))
        ? { value: typed.replace('T', ' ') }
        : { problem: 'notTimestamp' };
    case 'time':
      return time.test(typed) ? { value: typed } : { problem: 'notTime' };
    default:
      return { value: raw };
  }
}

/** Refuses the 30th of February. */
export function isDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}
