import type { CsvRecord } from './parse.ts';
import { inferReader, isTyped } from './values.ts';

const longestName = 300;

/** Whether the first record names the columns. */
export function detectHeader(records: readonly CsvRecord[]): boolean {
  const [first, ...rest] = records;
  if (!first) return false;
  const names = first.values.map((value) => value.trim());
  const filled = names.filter((name) => name !== '');
  if (filled.length === 0 || filled.some(isTyped) || filled.some((name) => name.length > longestName)) return false;
  if (rest.length === 0) return true;
  // A column that is typed but for its first value is the best sign there is.
  const columns = names.map((_, i) => rest.map((record) => record.values[i] ?? ''));
  if (columns.some((values, i) => names[i] !== '' && inferReader(values, '').type !== 'text')) return true;
  const unique = new Set(filled.map((name) => name.toLowerCase())).size === filled.length;
  const repeated = columns.some((values, i) => names[i] !== '' && values.includes(names[i] ?? ''));
  return unique && !repeated;
}
