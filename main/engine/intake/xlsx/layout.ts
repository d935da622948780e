import { AppError } from '#shared/errors/index.ts';
import type { ReadableType, ReadOptions } from '#shared/intake/index.ts';
import { detectHeader } from '../delimited/header.ts';
import { maximumColumns } from '../limits.ts';
import { columnNames } from '../names.ts';
import type { Cell, CellKind } from './cells.ts';

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Where the table of a sheet stands. Columns count from 0, rows from 1. */
export interface Layout {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly header: boolean;
  /** The first row with values, the header left out. */
  readonly firstRow: number;
  /** Rows above the header or, without one, above the values. */
  readonly skip: number;
  readonly names: readonly string[];
}

/** Finds the table by the first rows of a sheet: titles above it are left out, and empty columns before it. */
export function layoutOf(
  rows: readonly SheetRow[],
  options: ReadOptions,
  file: string,
  atLeast?: Pick<Layout, 'firstColumn' | 'lastColumn'>,
): Layout {
  const skip = options.skip ?? titleRows(rows);
  const body = rows.filter(({ row }) => row > skip);
  const columns = body.flatMap(({ cells }) => cells.map((cell) => cell.column));
  const firstColumn = columns.reduce(
    (least, column) => Math.min(least, column),
    atLeast?.firstColumn ?? columns[0] ?? 0,
  );
  const lastColumn = columns.reduce((most, column) => Math.max(most, column), atLeast?.lastColumn ?? 0);
  const width = lastColumn - firstColumn + 1;
  if (width > maximumColumns)
    throw new AppError('validation', 'fileTooWide', { file, columns: width, limit: maximumColumns });
  const header = options.header ?? hasHeader(body);
  const first = body[0];
  const last = first?.row ?? skip;
  const texts = header && first ? textsOf(first, firstColumn, lastColumn) : Array<string>(width).fill('');
  return { firstColumn, lastColumn, header, skip, firstRow: header ? last + 1 : last, names: columnNames(texts) };
}

/** The texts of a row from column to column, '' for empty cells. */
export function textsOf(row: SheetRow, firstColumn: number, lastColumn: number): string[] {
  const texts = Array<string>(lastColumn - firstColumn + 1).fill('');
  for (const { column, text } of row.cells)
    if (column >= firstColumn && column <= lastColumn) texts[column - firstColumn] = text;
  return texts;
}

/** Titles hold one value where the rows of the table hold several. */
function titleRows(rows: readonly SheetRow[]): number {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const start = rows.findIndex(({ cells }) => cells.length >= Math.min(2, widest));
  const first = rows[start];
  return first ? first.row - 1 : 0;
}

function hasHeader(rows: readonly SheetRow[]): boolean {
  const [first, ...rest] = rows;
  if (!first || first.cells.some(({ kind }) => kind !== 'text')) return false;
  if (rest.some(({ cells }) => cells.some(({ kind }) => kind !== 'text'))) return true;
  const last = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return detectHeader(rows.map((row) => ({ line: row.row, values: textsOf(row, 0, last) })));
}

/** Digits that a double holds: longer whole numbers are identifiers that Excel has already rounded. */
const exactDigits = 15;

/** The type of a column by the kinds of all its cells. Texts stay texts, whatever they look like. */
export function typeOfKinds(kinds: ReadonlySet<CellKind>, longest: number): ReadableType {
  const only = (...allowed: CellKind[]) => [...kinds].every((kind) => allowed.includes(kind));
  if (kinds.size === 0) return 'text';
  if (only('integer')) return longest > exactDigits ? 'text' : 'integer';
  if (only('integer', 'number')) return 'number';
  if (only('date')) return 'date';
  if (only('date', 'timestamp')) return 'timestamp';
  if (only('time')) return 'time';
  return only('boolean') ? 'boolean' : 'text';
}
