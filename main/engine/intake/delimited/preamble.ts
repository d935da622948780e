import { isFilledHeader, isTypedHeader } from './header.ts';
import type { CsvRecord } from './parse.ts';

const longestPreamble = 30;

/**
 * Lines above the table: titles, who asked and when. They hold few values where the table has many, and what follows
 * them looks like a table. `records` has no blank lines and no comments in it, `columns` is how many values most have.
 */
export function preambleLines(records: readonly CsvRecord[], columns: number): number {
  const first = records[0];
  if (!first) return 0;
  const start = columns < 2 ? 0 : tableStart(records.slice(0, longestPreamble + 2), columns);
  return (records[start] ?? first).line - 1;
}

function tableStart(records: readonly CsvRecord[], columns: number): number {
  const narrow = records.findIndex(({ values }) => values.length === columns);
  if (narrow < 0) return 0;
  if (!records.slice(0, narrow).every((record) => isNarrow(record, columns))) {
    const titles = narrow <= 3 && records.slice(0, narrow).every(({ values }) => values.length < columns);
    return titles && isTypedHeader(records.slice(narrow), columns) ? narrow : 0;
  }
  // Spreadsheets fill titles up with empty values: only a whole header below tells them from sparse rows.
  let start = narrow;
  while (start < records.length && isSparse(records[start], columns)) start++;
  // A row of names for groups of columns may stand over the header.
  const headed = [start, start + 1].some((at) => isFilledHeader(records.slice(at), columns));
  return start > narrow && headed ? start : narrow;
}

function isNarrow({ values }: CsvRecord, columns: number): boolean {
  const filled = filledOf(values).length;
  return values.length !== columns && (filled <= 1 || filled <= columns / 2 || values.length <= columns / 2);
}

/** A title has one value; several are a preamble when they say what they are: 机构：北京. Otherwise they may name groups of columns. */
function isSparse(record: CsvRecord | undefined, columns: number): boolean {
  if (!record) return false;
  const filled = filledOf(record.values);
  if (columns < 3 || filled.length === columns) return false;
  if (filled.length > columns / 2) return filled.every((value) => /^[^:：]+[:：]/.test(value));
  return filled.length <= 1 || filled.every((value) => /[:：]/.test(value)) || /[:：]$/.test(filled[0] ?? '');
}

const filledOf = (values: readonly string[]) => values.map((value) => value.trim()).filter((value) => value !== '');
