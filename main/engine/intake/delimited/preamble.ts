import { isFilledHeader, isTypedHeader } from './header.ts';
import type { CsvRecord } from './parse.ts';
import { isTyped } from './values.ts';

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
  while (start < records.length && (isSparse(records[start], columns) || isPairs(records[start], columns))) start++;
  // Pairs could be a header over columns that lack names: numbers or dates below the next row tell that it is the header.
  const sure = records.slice(narrow, start).every((record) => isSparse(record, columns));
  // A row of names for groups of columns may stand over the header.
  const headed = [start, start + 1].some((at) => (sure ? isFilledHeader : isTypedHeader)(records.slice(at), columns));
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

/** 机构, 上海分行, 日期, 2024-06-30 and nothing behind: names and values by turns, filled up by a spreadsheet. */
function isPairs(record: CsvRecord | undefined, columns: number): boolean {
  if (!record || record.values.length !== columns) return false;
  const filled = filledOf(record.values).length;
  const packed = record.values.slice(0, filled).every((value) => value.trim() !== '');
  if (!packed || columns < 4 || filled < 2 || filled === columns || filled % 2 !== 0) return false;
  // Names that fill more than half of the columns may be those of the table, unless a value stands among them.
  return filled <= columns / 2 || record.values.slice(0, filled).some((value) => isTyped(value.trim()));
}

const filledOf = (values: readonly string[]) => values.map((value) => value.trim()).filter((value) => value !== '');
