import type { ReadOptions } from '#shared/intake/index.ts';
import { detectHeader, isPeriod } from '../delimited/header.ts';
import type { Block, SheetRow } from './book.ts';
import { textsOf } from './texts.ts';

/** Rows that a header may take at most. */
const deepest = 5;

type HeaderOptions = Pick<ReadOptions, 'header' | 'headerRows'>;

/** How many of the first rows name the columns: none, one, or several where cells are merged. */
export function headerDepth(rows: readonly SheetRow[], merges: readonly Block[], options: HeaderOptions): number {
  const { header, headerRows } = options;
  if (headerRows !== undefined) return Math.min(headerRows, rows.length);
  if (header === false) return 0;
  const depth = tiersOf(rows, merges);
  if (depth > 1) return depth;
  return (header ?? hasHeader(rows)) ? 1 : 0;
}

function tiersOf(rows: readonly SheetRow[], merges: readonly Block[]): number {
  const [first] = rows;
  if (!first || !mayName(first)) return 1;
  const here = isText(first) ? merges.filter((block) => block.firstRow === first.row && holds(first, block)) : [];
  const tall = here.reduce((most, block) => Math.max(most, block.lastRow - block.firstRow + 1), 1);
  if (tall > 1 && tall <= deepest) return countUpTo(rows, first.row + tall - 1);
  let depth = 1;
  while (depth < deepest && isTier(rows[depth - 1], rows[depth], merges)) depth++;
  if (depth > 1) return depth;
  return fillsGaps(first, rows[1], rows.slice(2)) ? 2 : 1;
}

/** Below a text that spans several columns stand the names of each. */
function isTier(row: SheetRow | undefined, below: SheetRow | undefined, merges: readonly Block[]): boolean {
  if (!row || !below || below.row !== row.row + 1 || !isText(below)) return false;
  const wide = merges.filter(
    (block) => block.firstRow === row.row && block.lastRow === row.row && block.lastColumn > block.firstColumn,
  );
  return wide.some((block) => holds(row, block) && below.cells.some(({ column }) => inColumns(column, block)));
}

/** Where merges are not known or were not made: the second row names what the first leaves open, and values follow. */
function fillsGaps(first: SheetRow, second: SheetRow | undefined, rest: readonly SheetRow[]): boolean {
  if (!second || second.row !== first.row + 1 || !isText(second) || first.cells.length < 2) return false;
  const filled = new Set(first.cells.map(({ column }) => column));
  const from = Math.min(...filled);
  const to = Math.max(...second.cells.map(({ column }) => column), ...filled);
  const below = new Set(second.cells.map(({ column }) => column));
  let gaps = 0;
  for (let column = from; column <= to; column++) {
    if (filled.has(column)) continue;
    if (!below.has(column)) return false;
    gaps++;
  }
  // What the first row does name must not be filled below, but for the first column of each group.
  const both = second.cells.filter(({ column }) => filled.has(column)).length;
  return (
    gaps > 0 &&
    both <= gaps &&
    rest.some(({ cells }) => cells.some((cell) => below.has(cell.column) && cell.kind !== 'text'))
  );
}

function hasHeader(rows: readonly SheetRow[]): boolean {
  const [first, ...rest] = rows;
  if (!first || !mayName(first)) return false;
  if (isText(first) && rest.some(({ cells }) => cells.some(({ kind }) => kind !== 'text'))) return true;
  const last = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return detectHeader(rows.map((row) => ({ line: row.row, values: textsOf(row, 0, last) })));
}

/** The texts that name each column, tier by tier; a merged text belongs to all its columns. */
export function headerTexts(
  tiers: readonly SheetRow[],
  merges: readonly Block[],
  firstColumn: number,
  lastColumn: number,
): string[] {
  const named = tiers.map((row, tier) => spread(row, merges, firstColumn, lastColumn, tier < tiers.length - 1));
  return Array.from({ length: lastColumn - firstColumn + 1 }, (_, i) => {
    const parts = named.map((texts) => (texts[i] ?? '').trim()).filter((text) => text !== '');
    return parts.filter((text, at) => text !== parts[at - 1]).join('_');
  });
}

function spread(
  row: SheetRow,
  merges: readonly Block[],
  firstColumn: number,
  lastColumn: number,
  overGaps: boolean,
): string[] {
  const texts = textsOf(row, firstColumn, lastColumn);
  const across = merges.filter((block) => block.firstRow === row.row && block.lastColumn > block.firstColumn);
  for (const block of across) {
    const text = texts[block.firstColumn - firstColumn] ?? '';
    for (let column = block.firstColumn + 1; column <= block.lastColumn && column <= lastColumn; column++)
      if (texts[column - firstColumn] === '') texts[column - firstColumn] = text;
  }
  // Without merges, a text of an upper tier goes as far as the next one.
  if (overGaps && across.length === 0)
    for (let i = 1; i < texts.length; i++) if (texts[i] === '') texts[i] = texts[i - 1] ?? '';
  return texts;
}

const isText = ({ cells, errors }: SheetRow) =>
  cells.length > 0 && errors.length === 0 && cells.every(({ kind }) => kind === 'text');

/** Names of columns are texts. Several years or months may stand among them as numbers; one alone may as well be an amount. */
function mayName({ cells, errors }: SheetRow): boolean {
  const numbers = cells.filter(({ kind }) => kind !== 'text');
  if (errors.length > 0 || numbers.length === cells.length || numbers.length === 1) return false;
  const periods = new Set(numbers.flatMap(({ kind, text }) => (kind === 'integer' && isPeriod(text) ? [text] : [])));
  return periods.size === numbers.length;
}

const inColumns = (column: number, block: Block) => column >= block.firstColumn && column <= block.lastColumn;
const holds = (row: SheetRow, block: Block) => row.cells.some(({ column }) => column === block.firstColumn);
const countUpTo = (rows: readonly SheetRow[], last: number) => rows.filter(({ row }) => row <= last).length;
