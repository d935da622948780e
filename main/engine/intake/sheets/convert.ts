import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createCsvWriter } from '../csvWriter.ts';
import { footRows } from '../delimited/totals.ts';
import { type Book, noFacts, type SheetFacts, type SheetRow } from './book.ts';
import { createKinds, type Kinds } from './kinds.ts';
import type { Layout } from './layout.ts';
import { countRow, holdsAnything, noCounts, type SheetCounts, type SheetLook } from './open.ts';
import { createPlaces } from './places.ts';
import { within } from './range.ts';
import { footOf } from './totals.ts';

export interface Converted extends SheetCounts {
  readonly kinds: Kinds;
  /** Columns of the whole sheet: the table is wider than its first rows showed where they exceed the layout. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly facts: SheetFacts;
  /** Sums and remarks at the foot. */
  readonly totals: number;
  /** Those, as texts in the order of the columns. */
  readonly totalRows: readonly { readonly row: number; readonly values: readonly (string | null)[] }[];
  /** Rows above the header that hold anything. */
  readonly preamble: number;
  /** The last row of the sheet, or of the range, that holds anything. */
  readonly lastRow: number;
  /** The sheet's row for a line of the CSV. */
  rowOf(line: number): number;
}

/** Writes the rows of a sheet below its header as CSV, each value as text. */
export async function writeCsv(
  book: Book,
  { sheet, block }: Pick<SheetLook, 'sheet' | 'block'>,
  layout: Layout,
  path: string,
  context: IntakeContext,
  keepTotals = false,
): Promise<Converted> {
  const writer = createCsvWriter(path);
  const kinds = createKinds(layout.names.length);
  const places = createPlaces();
  const counts = noCounts();
  const facts = noFacts();
  let { firstColumn, lastColumn } = layout;
  let lastRow = 0;
  let preamble = 0;
  // The last rows wait until it is known that they are no sums.
  let held: SheetRow[] = [];
  const write = async (rows: readonly SheetRow[]) => {
    for (const row of rows) {
      countRow(counts, row);
      for (const { column } of row.cells) {
        if (column < firstColumn) firstColumn = column;
        if (column > lastColumn) lastColumn = column;
      }
      kinds.add(row.cells, layout.firstColumn);
      const values = valuesOf(row, layout);
      places.add(row.row, values);
      await writer.row(values);
    }
  };
  let totals = 0;
  let totalRows: Converted['totalRows'] = [];
  try {
    for await (const some of book.rows(sheet, facts)) {
      stopIfCancelled(context);
      for (const each of some) {
        const row = within(each, block);
        if (!row || !holdsAnything(row)) continue;
        lastRow = row.row;
        if (row.row <= layout.skip) preamble++;
        if (row.row < layout.firstRow) continue;
        held.push(row);
      }
      const ready = held.length - footRows;
      if (ready > 0) {
        await write(held.slice(0, ready));
        held = held.slice(ready);
      }
      context.progress?.({ stage: 'reading', share: null, rows: counts.rows });
    }
    totals = keepTotals ? 0 : footOf(held, layout.names.length);
    totalRows = held.slice(held.length - totals).map((row) => ({ row: row.row, values: valuesOf(row, layout) }));
    await write(held.slice(0, held.length - totals));
  } finally {
    await writer.close();
  }
  return {
    ...counts,
    facts,
    kinds,
    firstColumn,
    lastColumn,
    totals,
    totalRows,
    preamble,
    lastRow,
    rowOf: places.rowOf,
  };
}

function valuesOf(row: SheetRow, layout: Layout): (string | null)[] {
  const values = Array<string | null>(layout.names.length).fill(null);
  for (const { column, text } of row.cells) values[column - layout.firstColumn] = text;
  return values.slice(0, layout.names.length);
}
