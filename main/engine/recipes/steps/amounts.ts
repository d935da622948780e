import type { StepOf } from '#shared/recipes/index.ts';
import { literal, raw, type Sql, sql } from '../../warehouse/index.ts';
import { asText, before, columnOf, notForStep, numeric, withValues } from '../columns.ts';
import type { Built, Column } from '../types.ts';
import { letting } from './letting.ts';
import { halfWidthSql, trimmedSql } from './text.ts';

/** How far a unit moves the point. */
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

const currency = '(?:¥|￥|人民币|CNY|RMB|\\$|USD|HKD|€|EUR|£|GBP|元|圆)';

/** Thousands stand in groups of three, or nowhere. */
const digits = {
  '.': "(?:\\d{1,3}(?:[, ']\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+",
  ',': "(?:\\d{1,3}(?:[. ']\\d{3})+|\\d+)(?:,\\d*)?|,\\d+",
} as const;

const natives = { number: 'DOUBLE', decimal: 'DECIMAL(18,4)' } as const;

export function amounts(step: StepOf<'amounts'>, columns: readonly Column[]): Built {
  const native = natives[step.to];
  for (const field of step.fields) {
    const column = columnOf(columns, field);
    if (column.type !== 'text' && !numeric.includes(column.type)) throw notForStep(column);
  }
  const read = (column: Column): Sql =>
    column.type === 'text'
      ? letting('x', trimmedSql(halfWidthSql(asText(column))), (x) => readAmount(x, step, native))
      : sql`TRY_CAST(${before(column)} AS ${raw(native)})`;
  return { shape: 'cells', columns: withValues(columns, step.fields, read, { reads: true }) };
}

function readAmount(x: Sql, { decimalMark, percent }: StepOf<'amounts'>, native: string): Sql {
  const unit = units.map(([name]) => name).join('|');
  const form = `^(\\()?\\s*([-+−]?)\\s*${currency}?\\s*([-+−]?)\\s*(${digits[decimalMark]})\\s*(${unit})?\\s*${currency}?\\s*(%)?\\s*(-)?\\s*(\\))?$`;
  const parts = sql`regexp_extract(${x}, ${literal(form)}, ['o', 's', 't', 'n', 'u', 'c', 'm', 'e'], 'i')`;
  return letting('p', parts, (p) => {
    const bare = sql`regexp_replace(${p}.n, ${literal(decimalMark === '.' ? "[, ']" : "[. ']")}, '', 'g')`;
    const plain = decimalMark === '.' ? bare : sql`replace(${bare}, ',', '.')`;
    const powers = units.map(([name, power]) => sql`WHEN ${literal(name)} THEN ${literal(String(power))}`);
    const power = sql`CASE ${p}.u ${powers.reduce((all, one) => sql`${all} ${one}`)} ELSE '0' END`;
    const shift = percent === 'fraction' ? sql`CASE WHEN ${p}.c = '%' THEN '-2' ELSE ${power} END` : power;
    // The point is moved in the text: 12.3456789 % is 0.123456789, and not nearly so.
    const size = sql`TRY_CAST(${plain} || 'e' || ${shift} AS ${raw(native)})`;
    const negative = sql`(${p}.o <> '' OR ${p}.s IN ('-', '−') OR ${p}.t IN ('-', '−') OR ${p}.m <> '')`;
    const once = sql`length(${p}.o || ${p}.s || ${p}.t || ${p}.m) <= 1 AND (${p}.o = '') = (${p}.e = '') AND (${p}.u = '' OR ${p}.c = '')`;
    return sql`CASE WHEN ${p}.n <> '' AND ${once} THEN CASE WHEN ${negative} THEN -${size} ELSE ${size} END END`;
  });
}
