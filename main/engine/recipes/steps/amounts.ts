import type { StepOf } from '#shared/recipes/index.ts';
import { literal, raw, type Sql, sql } from '../../warehouse/index.ts';
import { before, columnOf, notForStep, numeric, withPrepared } from '../columns.ts';
import type { Built, Column } from '../types.ts';
import { halfWidthSql, trimmedSql } from './spaces.ts';

/** How far a unit moves the point; longer names before those that they end with. */
const units: readonly (readonly [string, number])[] = [
  ...([
    ['万亿', 12],
    ['千亿', 11],
    ['百亿', 10],
    ['亿', 8],
  ] as const),
  ...([
    ['千万', 7],
    ['百万', 6],
    ['十万', 5],
    ['万', 4],
    ['千', 3],
  ] as const),
];
const unit = units.map(([name]) => name).join('|');

const currency = '(?:¥|￥|人民币|CNY|RMB|\\$|USD|HKD|€|EUR|£|GBP|元|圆)';

/** Thousands stand in groups of three, or nowhere. */
const digits = {
  '.': "(?:\\d{1,3}(?:[, ']\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+",
  ',': "(?:\\d{1,3}(?:[. ']\\d{3})+|\\d+)(?:,\\d*)?|,\\d+",
} as const;

const natives = { number: 'DOUBLE', decimal: 'DECIMAL(18,4)' } as const;

export function amounts(step: StepOf<'amounts'>, columns: readonly Column[]): Built {
  const native = raw(natives[step.to]);
  for (const field of step.fields) {
    const column = columnOf(columns, field);
    if (column.type !== 'text' && !numeric.includes(column.type)) throw notForStep(column);
  }
  return withPrepared(
    columns,
    step.fields,
    (column) => (column.type === 'text' ? trimmedSql(halfWidthSql(before(column))) : before(column)),
    (x, { type }) => (type === 'text' ? read(x, step, native) : sql`TRY_CAST(${x} AS ${native})`),
  );
}

/** Looked at as a whole first, then taken apart by its signs: quicker than groups of a pattern. */
function read(x: Sql, { decimalMark, percent }: StepOf<'amounts'>, native: Sql): Sql {
  const sign = '[-+−]?';
  const whole = `(?i)\\(? *${sign} *${currency}? *${sign} *(?:${digits[decimalMark]}) *(?:${unit})? *${currency}? *%? *-? *\\)?`;
  const once = sql`length(${x}) - length(translate(${x}, '-+−(', '')) <= 1 AND starts_with(${x}, '(') = ends_with(${x}, ')')`;
  const plain = sql`regexp_full_match(${x}, '-?\\d{1,15}(?:\\.\\d{1,4})?')`;
  const bare = sql`regexp_replace(${x}, ${literal(`[^0-9${decimalMark}]`)}, '', 'g')`;
  const number = decimalMark === '.' ? bare : sql`replace(${bare}, ',', '.')`;
  // The point is moved in the text: 12.3456789 % is 0.123456789, and not nearly so.
  const times = (power: number) => sql`TRY_CAST(${number} || ${literal(`e${power}`)} AS ${native})`;
  const shifted = units.map(([name, power]) => sql`WHEN contains(${x}, ${literal(name)}) THEN ${times(power)}`);
  const shifts = [
    sql`WHEN contains(${x}, '%') AND regexp_matches(${x}, '[千万亿]') THEN NULL`,
    ...(percent === 'fraction' ? [sql`WHEN contains(${x}, '%') THEN ${times(-2)}`] : []),
    ...shifted,
  ].reduce((all, one) => sql`${all} ${one}`);
  const size = sql`CASE ${shifts} ELSE ${times(0)} END`;
  const negative = sql`regexp_matches(${x}, '[-−(]')`;
  const easy = decimalMark === '.' ? sql`WHEN ${plain} THEN TRY_CAST(${x} AS ${native})` : sql``;
  return sql`CASE ${easy} WHEN regexp_full_match(${x}, ${literal(whole)}) AND ${once} THEN CASE WHEN ${negative} THEN -(${size}) ELSE ${size} END END`;
}
