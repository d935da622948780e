import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';

/** The 31 characters of GB 32100: no I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 11714 counts on through all letters. */
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

const bodies = 31 ** 6;
/** No multiple of 31, so that different rows have different bodies. */
const stride = 3 ** 18;

/**
 * The eight characters that number an organisation, different for every row. They begin with YY, to our knowledge not in use (issued
 * ones begin with a digit, MA and so on), so that no real company should be meant.
 */
export function organisationBody(row: Sql): Sql {
  const position = sql`((${row})::BIGINT * ${raw(String(stride))}) % ${raw(String(bodies))}`;
  const digits = [5, 4, 3, 2, 1, 0].map(
    (power) => sql`substr(${literal(alphabet)}, (1 + ((${position}) // ${raw(String(31 ** power))}) % 31)::INTEGER, 1)`,
  );
  return sql`'YY' || concat(${join(digits, ', ')})`;
}

/** The check character of an organisation number (GB 11714). */
export function organisationCheck(body: Sql): Sql {
  return sql`substr('0123456789X0', (12 - ${weightedSum(body, organisationAlphabet, organisationWeights)} % 11)::INTEGER, 1)`;
}

/** The check character of the first 17 characters of a unified social credit code (GB 32100). */
export function creditCheck(code: Sql): Sql {
  const sum = weightedSum(code, alphabet, weights);
  return sql`substr(${literal(alphabet)}, (1 + (31 - ${sum} % 31) % 31)::INTEGER, 1)`;
}

function weightedSum(text: Sql, letters: string, factors: readonly number[]): Sql {
  const terms = factors.map(
    (factor, i) =>
      sql`(instr(${literal(letters)}, substr(${text}, ${raw(String(i + 1))}, 1)) - 1) * ${raw(String(factor))}`,
  );
  return sql`list_sum([${join(terms, ', ')}])`;
}
