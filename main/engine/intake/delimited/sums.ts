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
  /** Whether every number of the row is the mean of all rows, and of `more` that were not added yet. */
  areMeans(values: readonly string[], more: readonly (readonly string[])[]): boolean;
  /** The row was such a one: the next adds up what comes after it. */
  reset(): void;
}

/** Rows that are kept until somebody asks for their sums: of most files nobody does before they end. */
const mostPending = 20_000;

export function createSums(width: number): Sums {
  let pending: (readonly string[])[] = [];
  let since = Array<number>(width).fill(0);
  let rows = 0;
  const all = Array<number>(width).fill(0);
  let allRows = 0;
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
  const addPending = () => {
    for (const values of pending) {
      rows++;
      allRows++;
      for (let i = 0; i < width; i++) {
        const number = numberOf(values[i] ?? '') ?? 0;
        since[i] = (since[i] ?? 0) + number;
        all[i] = (all[i] ?? 0) + number;
      }
    }
    pending = [];
  };
  return {
    add(values) {
      pending.push(values);
      if (pending.length >= mostPending) addPending();
    },
    areMeans(values, more) {
      addPending();
      const count = allRows + more.length;
      const sums = all.map((sum, i) => more.reduce((upTo, row) => upTo + (numberOf(row[i] ?? '') ?? 0), sum));
      const numbers = values.flatMap((value, i) => {
        const number = numberOf(value);
        return number === null ? [] : [{ number, mean: (sums[i] ?? 0) / count, places: placesOf(value) }];
      });
      // As exact as it is written.
      const near = ({ number, mean, places }: { number: number; mean: number; places: number }) =>
        Math.abs(number - mean) <= 0.5001 * 10 ** -places + Math.abs(mean) * 1e-9;
      return count > 1 && numbers.some(({ number }) => number !== 0) && numbers.every(near);
    },
    fit(values) {
      addPending();
      return are(since, rows, values) || are(all, allRows, values);
    },
    reset() {
      addPending();
      since = Array<number>(width).fill(0);
      rows = 0;
    },
  };
}

const placesOf = (value: string): number => /\.(\d+)\s*$/.exec(value)?.[1]?.length ?? 0;
