import type { SheetRow } from './book.ts';

/** The texts of a row from column to column, '' for empty cells. */
export function textsOf(row: SheetRow, firstColumn: number, lastColumn: number): string[] {
  const texts = Array<string>(lastColumn - firstColumn + 1).fill('');
  for (const { column, text } of row.cells)
    if (column >= firstColumn && column <= lastColumn) texts[column - firstColumn] = text;
  return texts;
}
