import { AppError } from '#shared/errors/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { maximumColumns } from '../limits.ts';
import { columnNames } from '../names.ts';
import type { SheetRow } from './book.ts';
import { headerDepth, headerTexts } from './header.ts';
import type { SheetLook } from './open.ts';

/** Where the table of a sheet stands. Columns count from 0, rows from 1. */
export interface Layout {
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Rows of the header; 0 where there is none. */
  readonly headerRows: number;
  /** The first row with values, the header left out. */
  readonly firstRow: number;
  /** Rows above the header or, without one, above the values. */
  readonly skip: number;
  readonly names: readonly string[];
}

/** Finds the table by the first rows of a sheet: titles above it are left out, and empty columns before it. */
export function layoutOf(
  { head, facts, block }: Pick<SheetLook, 'head' | 'facts' | 'block'>,
  options: ReadOptions,
  file: string,
  atLeast?: Pick<Layout, 'firstColumn' | 'lastColumn'>,
): Layout {
  const skip = options.skip ?? (block ? block.firstRow - 1 : titleRows(head));
  const body = head.filter(({ row }) => row > skip);
  const columns = body.flatMap(({ cells, errors, uncalculated }) => [
    ...cells.map(({ column }) => column),
    ...errors,
    ...uncalculated,
  ]);
  const firstColumn = columns.reduce(
    (least, column) => Math.min(least, column),
    atLeast?.firstColumn ?? columns[0] ?? 0,
  );
  const lastColumn = columns.reduce((most, column) => Math.max(most, column), atLeast?.lastColumn ?? firstColumn);
  const width = lastColumn - firstColumn + 1;
  if (width > maximumColumns)
    throw new AppError('validation', 'fileTooWide', { file, columns: width, limit: maximumColumns });
  const headerRows = headerDepth(body, facts.merges, options);
  const tiers = body.slice(0, headerRows);
  const texts =
    tiers.length > 0 ? headerTexts(tiers, facts.merges, firstColumn, lastColumn) : Array<string>(width).fill('');
  const last = tiers.at(-1);
  const firstRow = last ? last.row + 1 : (body[0]?.row ?? skip + 1);
  return { firstColumn, lastColumn, headerRows, skip, firstRow, names: columnNames(texts) };
}

/** Cells that a row of a table holds at least, where the table is so wide that a title may hold two. */
const wideTable = 5;

/** Titles hold one value, or two (“as of”, a date), where the rows of the table hold several. */
function titleRows(rows: readonly SheetRow[]): number {
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const start = rows.findIndex((row, i) => {
    if (row.cells.length >= Math.min(2, widest))
      return widest < wideTable || row.cells.length > 2 || opensTable(row, rows[i + 1]);
    return false;
  });
  const first = rows[start];
  return first ? first.row - 1 : 0;
}

/** Two texts over a table of many columns may be the upper tier of its header: then the row below is all texts and right below. */
function opensTable(row: SheetRow, below: SheetRow | undefined): boolean {
  const [one, two] = row.cells;
  if (!one || !two || !below || below.row !== row.row + 1) return false;
  // A title and its value stand side by side; groups of columns do not.
  return (
    two.column - one.column > 1 &&
    row.cells.every(({ kind }) => kind === 'text') &&
    below.cells.every(({ kind }) => kind === 'text')
  );
}
