import { literal, raw, type Sql, sql } from '../../warehouse/index.ts';
import { currencyPattern, digitsOf, formFrom, fullWidth, halfWidth } from './numberForms.ts';

/** A text as the number that its marks make it; null where it is not written in this form. */
export function dressedNumber(format: string, read: Sql): Sql {
  const form = formFrom(format);
  const text = sql`trim(translate(${read}, ${literal(fullWidth)}, ${literal(halfWidth)}))`;
  const percent = form.percent ? '%' : '';
  const whole = `\\(?[-+]? ?${currencyPattern}? ?[-+]?(?:${digitsOf(form)}) ?(?:百?万|千万|亿)?(?:元|${currencyPattern})? ?${percent}-?\\)?`;
  const bare = sql`regexp_replace(${text}, ${literal(`[^0-9${form.decimal}]`)}, '', 'g')`;
  const digits = form.decimal === ',' ? sql`replace(${bare}, ',', '.')` : bare;
  // Decimal arithmetic: 12.34 % is 0.1234, and not nearly so.
  const size = sql`TRY_CAST(${digits} AS DECIMAL(26,6))`;
  const times = (factor: string) => sql`CAST(${size} * CAST(${raw(factor)} AS DECIMAL(9,2)) AS DOUBLE)`;
  const scaled = form.percent
    ? times('0.01')
    : sql`CASE WHEN contains(${text}, '亿') THEN CAST(${size} * CAST(100000000 AS DECIMAL(9,0)) AS DOUBLE)
        WHEN contains(${text}, '千万') THEN CAST(${size} * CAST(10000000 AS DECIMAL(9,0)) AS DOUBLE)
        WHEN contains(${text}, '百万') THEN ${times('1000000')} WHEN contains(${text}, '万') THEN ${times('10000')}
        ELSE TRY_CAST(${digits} AS DOUBLE) END`;
  const negative = sql`(contains(${text}, '-') OR starts_with(${text}, '('))`;
  return sql`CASE WHEN regexp_full_match(${text}, ${literal(whole)}) THEN CASE WHEN ${negative} THEN -(${scaled}) ELSE ${scaled} END END`;
}
