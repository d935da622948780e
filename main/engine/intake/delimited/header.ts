import { inferReader, isTyped } from './values.ts';

/** A record by its values. */
interface HeadRow {
  readonly values: readonly string[];
}

const longestName = 300;
const mostHeaderRows = 3;
/** Rows that show what the columns hold. */
const rowsShowing = 100;

/** How many of the first records name the columns. */
export function detectHeaderRows(records: readonly HeadRow[]): number {
  const some = records.slice(0, rowsShowing);
  const repeated = repeatedGroups(some);
  if (!repeated && !detectHeader(some)) return 0;
  let rows = repeated ? 2 : 1;
  while (rows < mostHeaderRows && some.length > rows + 1 && namesToo(some, rows)) rows++;
  return rows;
}

/** Groups of columns over their names: 2025年, 2025年, 2026年, 2026年. They are no unique names. */
function repeatedGroups(records: readonly HeadRow[]): boolean {
  const [groups, ...rest] = records;
  if (!groups || rest.length < 2) return false;
  const names = trimmed(groups).filter((name) => name !== '');
  const columns = groups.values.length;
  if (names.length < 2 || new Set(names).size === names.length || names.some(isNumber)) return false;
  if (rest[0] && trimmed(rest[0]).some(meansNothing)) return false;
  return isFilledHeader(rest, columns) && typedColumns(rest.slice(1), columns).length > 0;
}

const isNumber = (value: string) => inferReader([value], '').type !== 'text';

/** Whether the first record names the columns. */
export function detectHeader(records: readonly HeadRow[]): boolean {
  const [first, ...below] = records;
  if (!first) return false;
  // Reports print the header once more on each page.
  const rest = below.filter((record) => !repeatsHeader(record.values, first.values));
  const names = trimmed(first);
  const filled = names.filter((name) => name !== '');
  if (filled.length === 0)
    return names.length > 1 && rest[0] !== undefined && trimmed(rest[0]).every((value) => value !== '');
  if (isAlphabet(filled)) return true;
  if (filled.some((name) => name.length > longestName)) return false;
  if (filled.some(isTyped) && !namesPeriods(names, rest)) return false;
  if (rest.length === 0) return true;
  // A column that is typed but for its first value is the best sign there is.
  const columns = names.map((_, i) => rest.map((record) => record.values[i] ?? ''));
  if (columns.some((values, i) => names[i] !== '' && inferReader(values, '').type !== 'text')) return true;
  const unique = new Set(filled.map((name) => name.toLowerCase())).size === filled.length;
  const repeated = columns.some((values, i) => names[i] !== '' && values.includes(names[i] ?? ''));
  return unique && !repeated;
}

/** The header once more, as on every page of a printed report. One value alone may be one of the column. */
export function repeatsHeader(values: readonly string[], header: readonly string[]): boolean {
  // Nearly every row is another in its first value: how many it has is asked last.
  const isSame = values.length === header.length && values.every((value, i) => value.trim() === header[i]?.trim());
  return isSame && values.filter((value) => value.trim() !== '').length > 1;
}

/** a, b, c: what people call columns in a hurry. */
function isAlphabet(names: readonly string[]): boolean {
  return (
    names.length > 1 &&
    ['a', 'A'].some((first) => names.every((name, i) => name === String.fromCharCode(first.charCodeAt(0) + i)))
  );
}

/** Columns are named by years or months: 客户号, 2024, 2025, over values that are none. */
function namesPeriods(names: readonly string[], rest: readonly HeadRow[]): boolean {
  const typed = names.flatMap((name, i) => (isTyped(name) ? [{ name, i }] : []));
  const words = names.filter((name) => name !== '' && !isTyped(name));
  if (words.length === 0 || rest.length === 0 || new Set(typed.map(({ name }) => name)).size < typed.length)
    return false;
  return typed.every(({ name, i }) => isPeriod(name) && !rest.some(({ values }) => isPeriod(values[i]?.trim() ?? '')));
}

/** A year, a month or a day of this century or the last. */
export const isPeriod = (text: string): boolean =>
  /^(?:19|20)\d\d(?:[-/.]?(?:0[1-9]|1[0-2])(?:[-/.]?\d\d)?)?$/.test(text);

/** Whether the first of the records names all columns (but few), and rows follow it. */
export function isFilledHeader(records: readonly HeadRow[], columns: number): boolean {
  const [first, next] = records;
  if (!first || !next || first.values.length !== columns) return false;
  const filled = trimmed(first).filter((name) => name !== '');
  return filled.length >= columns * 0.8 && !filled.some(isTyped) && new Set(filled).size === filled.length;
}

/** Such a header over columns that hold something else than words. */
export function isTypedHeader(records: readonly HeadRow[], columns: number): boolean {
  return isFilledHeader(records, columns) && typedColumns(records.slice(1), columns).length > 0;
}

/** Whether the record after `rows` of header names columns as well: it has words where the rows below it have numbers or dates. */
function namesToo(records: readonly HeadRow[], rows: number): boolean {
  const [above, record] = [records[rows - 1], records[rows]];
  if (!above || !record || record.values.length !== above.values.length) return false;
  const names = trimmed(record);
  if (names.some(isTyped)) return false;
  const over = trimmed(above);
  if (namesUnits(names, over, records.slice(rows + 1))) return true;
  // Words where numbers should be (保密, 缺考) are no second name of a column that has one: only groups have names below.
  if (!showsGroups(over, names)) return false;
  const typed = typedColumns(records.slice(rows + 1), names.length);
  const words = typed.filter((i) => names[i] !== '' && !meansNothing(names[i] ?? ''));
  const named = typed.every((i) => words.includes(i) || (names[i] === '' && over[i] !== ''));
  // One word where a number should be is a bad value rather, unless one of both rows is for groups only.
  const grouped = over.includes('') !== names.includes('');
  return named && words.length >= (grouped ? 1 : 2);
}

const unit =
  /^[(（]?(?:单位[:：])?(?:(?:人民币|美)?(?:百|千|万|百万|千万|亿)?元|[%％‰]|笔|户|人|个|次|股|份|件|岁|[年月日天]|万|亿|美元|欧元|万美元|(?:CNY|RMB|USD|EUR|HKD))[)）]?$/i;

/** Units below the names of numbers: 余额 over 万元. */
function namesUnits(names: readonly string[], over: readonly string[], below: readonly HeadRow[]): boolean {
  const units = names.flatMap((name, i) => (name === '' ? [] : [{ name, i }]));
  if (units.length === 0 || over.includes('') || !units.every(({ name }) => unit.test(name))) return false;
  const typed = typedColumns(below, names.length);
  return units.every(({ i }) => typed.includes(i));
}

/** The row above names groups: some of its names are repeated, or go on over blanks that have names below. */
function showsGroups(over: readonly string[], names: readonly string[]): boolean {
  const filled = over.filter((name) => name !== '');
  if (new Set(filled).size < filled.length) return true;
  const first = over.findIndex((name) => name !== '');
  const gaps = names.filter((name, i) => i > first && name !== '' && over[i] === '').length;
  // What has a name needs none below, but for the first column of each group.
  const both = names.filter((name, i) => name !== '' && over[i] !== '' && over[i] !== name).length;
  return gaps > 0 && both <= gaps;
}

const meansNothing = (value: string) =>
  /^(?:n\/?a|nan|null|none|nil|-+|\.+|\?+|\\n|无|空|未知|缺失|保密|缺考|不详|未填|待定|unknown|missing|private)$/i.test(
    value,
  );

function typedColumns(records: readonly HeadRow[], columns: number): number[] {
  return Array.from({ length: columns }, (_, i) => i).filter((i) => {
    const values = records.map(({ values }) => values[i]?.trim() ?? '');
    return (
      inferReader(values, '').type !== 'text' || (values.some(isTyped) && values.every((v) => v === '' || isTyped(v)))
    );
  });
}

const trimmed = (record: HeadRow) => record.values.map((value) => value.trim());

/** One name for each column out of the rows of a header: a group's name goes on over the blanks after it. */
export function mergeNames(rows: readonly (readonly string[])[], width: number): string[] {
  const filled = rows.map((row, level) => (level < rows.length - 1 ? carriedOn(row, width) : row));
  return Array.from({ length: width }, (_, i) => {
    const parts = filled.map((row) => (row[i] ?? '').trim()).filter((part) => part !== '');
    return parts.filter((part, at) => part !== parts[at - 1]).join('_');
  });
}

function carriedOn(row: readonly string[], width: number): string[] {
  let last = '';
  return Array.from({ length: width }, (_, i) => {
    const name = (row[i] ?? '').trim();
    if (name !== '') last = name;
    return last;
  });
}
