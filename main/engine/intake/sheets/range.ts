import { AppError } from '#shared/errors/index.ts';
import type { Block, SheetRow } from './book.ts';

const lastColumn = 16_383;
const lastRow = 1_048_576;

/** Where a chosen range lies: B3:H200, or B:H and 3:200 where one side is open. Null where nothing was chosen. */
export function blockOf(range: string | undefined, file: string): Block | null {
  if (range === undefined) return null;
  const parts = /^([A-Z]{1,3})?(\d{1,7})?:([A-Z]{1,3})?(\d{1,7})?$/.exec(range.replace(/[\s$]/g, '').toUpperCase());
  if (!parts || range.trim() === ':') throw new AppError('validation', 'rangeInvalid', { file, range });
  const [, fromColumn, fromRow, toColumn, toRow] = parts;
  const block = {
    firstColumn: fromColumn === undefined ? 0 : columnOf(fromColumn),
    lastColumn: toColumn === undefined ? lastColumn : columnOf(toColumn),
    firstRow: Number(fromRow ?? 1),
    lastRow: Number(toRow ?? lastRow),
  };
  if (block.firstColumn > block.lastColumn || block.firstRow > block.lastRow || block.firstRow < 1)
    throw new AppError('validation', 'rangeInvalid', { file, range });
  return block;
}

/** The part of a row that lies in the block; null for a row outside. */
export function within(row: SheetRow, block: Block | null): SheetRow | null {
  if (block === null) return row;
  if (row.row < block.firstRow || row.row > block.lastRow) return null;
  const inside = (column: number) => column >= block.firstColumn && column <= block.lastColumn;
  return {
    ...row,
    cells: row.cells.filter(({ column }) => inside(column)),
    errors: row.errors.filter(inside),
    uncalculated: row.uncalculated.filter(inside),
  };
}

/** BC12 is column 54. */
export function columnOf(place: string): number {
  let column = 0;
  for (let i = 0; i < place.length; i++) {
    const letter = place.charCodeAt(i) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** B3:C4, or a single cell, as a block; null for what is neither. */
export function parseBlock(text: string): Block | null {
  const parts = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(text);
  if (!parts) return null;
  const [, fromColumn = '', fromRow = '', toColumn = fromColumn, toRow = fromRow] = parts;
  return {
    firstColumn: columnOf(fromColumn),
    lastColumn: columnOf(toColumn),
    firstRow: Number(fromRow),
    lastRow: Number(toRow),
  };
}
