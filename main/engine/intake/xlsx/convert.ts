import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createCsvWriter } from '../csvWriter.ts';
import { cellsOf, rawRows } from './cells.ts';
import { createKinds, type Kinds } from './kinds.ts';
import type { Layout, SheetRow } from './layout.ts';
import type { OpenSheet } from './open.ts';

export interface Converted {
  readonly rows: number;
  readonly kinds: Kinds;
  /** Columns of the whole sheet: the table is wider than its first rows showed where they exceed the layout. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** The sheet's row for a line of the CSV. */
  rowOf(line: number): number;
}

/** Writes the rows of a sheet below its header as CSV, each value as text. */
export async function writeCsv(
  open: OpenSheet,
  strings: readonly string[],
  layout: Layout,
  path: string,
  context: IntakeContext,
): Promise<Converted> {
  const writer = createCsvWriter(path);
  const kinds = createKinds(layout.names.length);
  const places = createPlaces();
  let { firstColumn, lastColumn } = layout;
  let rows = 0;
  try {
    for await (const some of rawRows(open.zip, open.sheet)) {
      stopIfCancelled(context);
      for (const raw of some) {
        if (raw.row < layout.firstRow) continue;
        const row = { row: raw.row, cells: cellsOf(raw, open.workbook, strings) };
        if (row.cells.length === 0) continue;
        for (const { column } of row.cells) {
          if (column < firstColumn) firstColumn = column;
          if (column > lastColumn) lastColumn = column;
        }
        kinds.add(row.cells, layout.firstColumn);
        const values = valuesOf(row, layout);
        places.add(row.row, values);
        await writer.row(values);
        rows++;
      }
      context.progress?.({ stage: 'reading', share: null, rows });
    }
  } finally {
    await writer.close();
  }
  return { rows, kinds, firstColumn, lastColumn, rowOf: places.rowOf };
}

function valuesOf(row: SheetRow, layout: Layout): (string | null)[] {
  const values = Array<string | null>(layout.names.length).fill(null);
  for (const { column, text } of row.cells) values[column - layout.firstColumn] = text;
  return values.slice(0, layout.names.length);
}

/** Remembers which line of the CSV a row of the sheet begins in, wherever the distance between the two changes. */
function createPlaces() {
  const steps: { line: number; row: number }[] = [];
  let line = 1;
  let distance = Number.NaN;
  return {
    add(row: number, values: readonly (string | null)[]) {
      if (row - line !== distance) {
        distance = row - line;
        steps.push({ line, row });
      }
      line += 1 + values.reduce((ends, value) => ends + (value?.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    },
    rowOf(wanted: number): number {
      let low = 0;
      for (let high = steps.length - 1; low < high; ) {
        const middle = (low + high + 1) >> 1;
        if ((steps[middle]?.line ?? 0) <= wanted) low = middle;
        else high = middle - 1;
      }
      const step = steps[low];
      return step ? step.row + wanted - step.line : wanted;
    },
  };
}
