import { literal, type Sql, sql } from '../../warehouse/index.ts';
import { currencyPattern, digitsOf, formFrom, fullWidth, halfWidth } from './numberForms.ts';

/**
 * A text as the number that its marks make it; null where it is not written in this form. The text is made plain once
 * and has a name then: DuckDB works out each mention anew, which took a hundred times as long.
 */
export function dressedNumber(format: string, read: Sql): Sql {
  const plain = sql`CASE WHEN strlen(${read}) = length(${read}) THEN ${read} ELSE translate(${read}, ${literal(fullWidth)}, ${literal(halfWidth)}) END`;
  return sql`list_transform([trim(${plain})], lambda written: ${numberIn(format, sql`written`)})[1]`;
}

function numberIn(format: string, text: Sql): Sql {
  const form = formFrom(format);
  const behind = form.percent ? '%' : form.sided ? ' ?(?:CR|DR|贷|借)?' : '';
  const whole = `\\(?[-+]? ?${currencyPattern}? ?[-+]?(?:${digitsOf(form)}) ?(?:百?万|千万|亿)?(?:元|${currencyPattern})? ?${behind}-?\\)?`;
  const bare = sql`regexp_replace(${text}, ${literal(`[^0-9${form.decimal}]`)}, '', 'g')`;
  const digits = form.decimal === ',' ? sql`replace(${bare}, ',', '.')` : bare;
  // The point is moved in the text: 12.3456789 % is 0.123456789, and not nearly so.
  const times = (power: string) => sql`TRY_CAST(${digits} || ${literal(`e${power}`)} AS DOUBLE)`;
  const scaled = form.percent
    ? times('-2')
    : sql`CASE WHEN contains(${text}, '亿') THEN ${times('8')} WHEN contains(${text}, '千万') THEN ${times('7')}
        WHEN contains(${text}, '百万') THEN ${times('6')} WHEN contains(${text}, '万') THEN ${times('4')}
        ELSE TRY_CAST(${digits} AS DOUBLE) END`;
  const debited = form.sided ? sql` OR regexp_matches(${text}, 'DR|借', 'i')` : sql``;
  const negative = sql`(contains(${text}, '-') OR starts_with(${text}, '(')${debited})`;
  const once = sql`length(${text}) - length(replace(replace(replace(${text}, '-', ''), '+', ''), '(', '')) <= 1 AND starts_with(${text}, '(') = ends_with(${text}, ')')`;
  return sql`CASE WHEN regexp_full_match(${text}, ${literal(`(?i:${whole})`)}) AND ${once} THEN CASE WHEN ${negative} THEN -(${scaled}) ELSE ${scaled} END END`;
}
