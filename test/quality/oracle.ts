import { isCardNumber, isCreditCode, isIdNumber } from '#shared/privacy/identifiers.ts';
import { dateCodes, numberCodes, textCodes } from '#shared/quality/index.ts';

export type Cell = string | number | null;

const isBlank = (cell: Cell) => typeof cell === 'string' && /^[\s\u3000\u00a0]*$/.test(cell);
export const isFilled = (cell: Cell) => cell !== null && !isBlank(cell);

const checks: Readonly<Record<string, (text: string, asOf: string) => boolean>> = {
  idNumber: (text, asOf) =>
    isIdNumber(text) && `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}` <= asOf,
  creditCode: isCreditCode,
  card: isCardNumber,
};

/** What is wrong with the values of a text, row by row, without any SQL. */
export function textProblems(cells: readonly Cell[], test: string | null, asOf: string) {
  const texts = cells.map((cell) => (cell === null ? null : String(cell)));
  const where = (wrong: (text: string) => boolean) =>
    texts.flatMap((text, row) => (text !== null && !isBlank(text) && wrong(text) ? [row + 1] : []));
  const isCode = (text: string) => textCodes.includes(text);
  const check = test === null ? null : checks[test];
  return {
    empty: texts.flatMap((text, row) => (text === null || isBlank(text) ? [row + 1] : [])),
    invalid: where(
      (text) => check !== null && check !== undefined && !isCode(text) && !check(text.replace(/^ +| +$/g, ''), asOf),
    ),
    code: where(isCode),
    spaces: where((text) => /^ | $| {2}|\u3000|\u00a0|\t/.test(text)),
    width: where((text) => /[０-９Ａ-Ｚａ-ｚ]/.test(text)),
  };
}

/** Rows whose value, or whole row, has come before. */
export function repeatedRows(keys: readonly (string | null)[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, row) => {
    if (key === null) return [];
    if (seen.has(key)) return [row + 1];
    seen.add(key);
    return [];
  });
}

/** Numbers that stand for "not known": far from all others. */
export function numberCodeRows(cells: readonly (number | null)[]): number[] {
  const known = cells.filter((cell) => cell !== null);
  const others = known.filter((cell) => !(numberCodes as readonly number[]).includes(cell));
  if (others.length === 0) return [];
  const [low, high] = [Math.min(...others), Math.max(...others)];
  const apart = (code: number) => {
    const rows = known.filter((cell) => cell === code).length;
    if (code === -1) return low >= 0 && rows > 1;
    return code < 0 ? low >= 0 || code < 2 * low : rows > 1 && code > 2 * high;
  };
  return cells.flatMap((cell, row) =>
    cell !== null && (numberCodes as readonly number[]).includes(cell) && apart(cell) ? [row + 1] : [],
  );
}

/** Days that cannot be: before 1900, or after the as-of date where they may not lie ahead. Codes are told apart. */
export function impossibleDays(cells: readonly (string | null)[], asOf: string, mayLieAhead: boolean): number[] {
  return cells.flatMap((cell, row) => {
    if (cell === null || (dateCodes as readonly string[]).includes(cell)) return [];
    return cell < '1900-01-01' || (!mayLieAhead && cell > asOf) ? [row + 1] : [];
  });
}
