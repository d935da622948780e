import { numberOf } from './numberForms.ts';

/**
 * Tells rows that add up those above them: since the last such row, or from the top. What is called 小计 and has all its
 * cells may be a value; the sums say whether it is.
 */
export interface Sums {
  /** A row of the table. */
  add(values: readonly string[]): void;
  /** Whether every number of the row is a sum, and one of them of two rows at least. */
  fit(values: readonly string[]): boolean;
  /** The row was such a one: the next adds up what comes after it. */
  reset(): void;
}

/** Rows in which a table that has such sums shows the first: beyond, adding up every cell would cost for nothing. */
const enough = 5000;

export function createSums(width: number): Sums {
  let since = Array<number>(width).fill(0);
  let rows = 0;
  const all = Array<number>(width).fill(0);
  let allRows = 0;
  let found = false;
  const are = (sums: readonly number[], count: number, values: readonly string[]) => {
    const numbers = values.flatMap((value, i) => {
      const number = numberOf(value);
      return number === null ? [] : [{ number, sum: sums[i] ?? 0 }];
    });
    // Cents add up to a little more or less than their sum.
    const near = ({ number, sum }: { number: number; sum: number }) =>
      Math.abs(number - sum) <= Math.max(0.011, Math.abs(sum) * 1e-9);
    return count > 0 && numbers.some(({ number }) => number !== 0) && numbers.every(near);
  };
  return {
    add(values) {
      if (!found && allRows > enough) return;
      rows++;
      allRows++;
      for (let i = 0; i < width; i++) {
        const number = numberOf(values[i] ?? '') ?? 0;
        since[i] = (since[i] ?? 0) + number;
        all[i] = (all[i] ?? 0) + number;
      }
    },
    fit: (values) => are(since, rows, values) || are(all, allRows, values),
    reset() {
      found = true;
      since = Array<number>(width).fill(0);
      rows = 0;
    },
  };
}
