import { type ChosenTest, phonePattern } from '#shared/quality/index.ts';
import { literal, raw, type Sql, sql } from '../warehouse/index.ts';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
const longestCard = 19;
const emailPattern = '(?i)^[^\\s@<>",;]+@[^\\s@<>",;]+\\.[a-z\\x{4e00}-\\x{9fff}]{2,}$';

/** A day as a constant. */
export const day = (iso: string): Sql => sql`CAST(${literal(iso)} AS DATE)`;

/** Whether a value passes a test; texts without the spaces around them. True or false, never null. Pure. */
export function passesSql(kind: ChosenTest['kind'], value: Sql, asOf: string): Sql {
  const text = sql`trim(CAST(${value} AS VARCHAR))`;
  return sql`coalesce(${conditionOf(kind, value, text, asOf)}, false)`;
}

function conditionOf(kind: ChosenTest['kind'], value: Sql, text: Sql, asOf: string): Sql {
  switch (kind) {
    case 'idNumber':
      return idNumberSql(text, asOf);
    case 'creditCode':
      return creditCodeSql(sql`upper(${text})`);
    case 'card':
      return cardSql(text);
    case 'phone':
      return sql`regexp_matches(${text}, ${literal(phonePattern)})`;
    case 'email':
      return sql`regexp_matches(${text}, ${literal(emailPattern)})`;
    case 'date':
      return sql`CAST(${value} AS DATE) >= ${day('1900-01-01')}`;
    case 'pastDate':
      return sql`CAST(${value} AS DATE) BETWEEN ${day('1900-01-01')} AND ${day(asOf)}`;
  }
}

const sum = (terms: readonly Sql[]): Sql =>
  terms.slice(1).reduce((all, term) => sql`${all} + ${term}`, terms[0] ?? sql`0`);

/** The digit of a number at a place from the right. Division is what DuckDB does fastest with digits. */
const digit = (number: Sql, place: number) => sql`(${number} // ${raw(`${10n ** BigInt(place)}::UBIGINT`)}) % 10`;

/** GB 11643: a day of birth that has been, and the weighted sum of 17 digits modulo 11. */
function idNumberSql(text: Sql, asOf: string): Sql {
  const number = sql`TRY_CAST(left(${text}, 17) AS UBIGINT)`;
  const weighted = idWeights.map((weight, i) => sql`${raw(String(weight))} * (${digit(number, 16 - i)})`);
  const birth = sql`TRY_CAST(substr(${text}, 7, 4) || '-' || substr(${text}, 11, 2) || '-' || substr(${text}, 13, 2) AS DATE)`;
  return sql`regexp_full_match(${text}, '[1-9][0-9]{16}[0-9Xx]')
    AND ${birth} BETWEEN ${day('1900-01-01')} AND ${day(asOf)}
    AND substr('10X98765432', 1 + CAST((${sum(weighted)}) % 11 AS BIGINT), 1) = upper(right(${text}, 1))`;
}

/** GB 32100: the weighted sum of 17 characters modulo 31. */
function creditCodeSql(code: Sql): Sql {
  const alphabet = literal(creditAlphabet);
  const weighted = creditWeights.map(
    (weight, i) => sql`${raw(String(weight))} * (strpos(${alphabet}, substr(${code}, ${raw(String(i + 1))}, 1)) - 1)`,
  );
  return sql`regexp_full_match(${code}, '[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}')
    AND substr(${alphabet}, 1 + (31 - (${sum(weighted)}) % 31) % 31, 1) = right(${code}, 1)`;
}

/** 13 to 19 digits, spaced or not, not all the same, with Luhn's check. */
function cardSql(text: Sql): Sql {
  const digits = sql`replace(replace(${text}, ' ', ''), '-', '')`;
  const number = sql`TRY_CAST(${digits} AS UBIGINT)`;
  const worth = Array.from({ length: longestCard }, (_, place) => {
    const one = digit(number, place);
    return place % 2 === 0 ? one : sql`(2 * (${one})) // 10 + (2 * (${one})) % 10`;
  });
  return sql`regexp_full_match(${text}, '[0-9](?:[- ]?[0-9]){12,18}')
    AND ${digits} <> repeat(left(${digits}, 1), length(${digits})) AND (${sum(worth)}) % 10 = 0`;
}
