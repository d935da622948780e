import type { SheetRow } from './book.ts';

const totalWords =
  /^(?:合\s*计|总\s*计|小\s*计|累\s*计|本页合计|本月合计|本期合计|(?:grand |sub-?)?totals?|sum)(?:\s*[:：(（].*)?$/i;

/** Rows at the foot of a table that are looked at: sums, and the remarks below them. */
export const footRows = 8;

/**
 * How many of the last rows are no rows of the table: sums, named as such by their first cell, and lone texts below
 * a sum or apart from the table ("制表人：…").
 */
export function footOf(rows: readonly SheetRow[], width: number): number {
  let foot = 0;
  const last = rows.slice(-footRows);
  for (let i = last.length - 1; i >= 0; i--) {
    const row = last[i];
    if (!row) break;
    const [first] = row.cells;
    if (first?.kind === 'text' && width > 1 && totalWords.test(first.text.trim())) foot = last.length - i;
    else if (!isRemark(row, last[i - 1], width)) {
      if (!isLone(row, width)) break;
    } else foot = last.length - i;
  }
  return foot;
}

const isLone = ({ cells }: SheetRow, width: number) => width > 2 && cells.length === 1 && cells[0]?.kind === 'text';

/** A lone text after a blank row. */
const isRemark = (row: SheetRow, before: SheetRow | undefined, width: number) =>
  isLone(row, width) && before !== undefined && row.row > before.row + 1;
