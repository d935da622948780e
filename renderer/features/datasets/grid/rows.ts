import type { PageColumn } from '#shared/contract/index.ts';

export type Cell = string | number | null;

/** A row of the grid: values by the place of their field. Fields that were not asked for are holes. */
export type GridRow = readonly (Cell | undefined)[];

/** Turns a page of columns into rows, each value at the place of its field. */
export function rowsOf(page: { rows: number; columns: readonly PageColumn[] }, places: readonly number[]): GridRow[] {
  return Array.from({ length: page.rows }, (_, row) => {
    const cells: (Cell | undefined)[] = [];
    page.columns.forEach((column, at) => {
      const place = places[at];
      if (place !== undefined) cells[place] = column.nulls[row] === 1 ? null : (column.values[row] ?? null);
    });
    return cells;
  });
}
