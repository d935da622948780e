import { footLength } from '../delimited/totals.ts';
import type { SheetRow } from './book.ts';
import { textsOf } from './texts.ts';

/** How many of the last rows are no rows of the table. What is wrong in a cell counts as something in it. */
export function footOf(rows: readonly SheetRow[], width: number): number {
  const first = rows.flatMap(({ cells }) => cells).reduce((least, { column }) => Math.min(least, column), Infinity);
  if (!Number.isFinite(first)) return 0;
  const foot = rows.map((row, i) => {
    const values = textsOf(row, first, first + width - 1);
    for (const column of [...row.errors, ...row.uncalculated]) if (column >= first) values[column - first] = '#';
    const before = rows[i - 1];
    return { values, apart: before !== undefined && row.row > before.row + 1 };
  });
  return footLength(foot, width);
}
