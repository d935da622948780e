import { rm } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import type { Accounting, ColumnOption } from '#shared/intake/index.ts';
import { accounted } from '../accounting.ts';
import type { LoadedParts, Loading } from '../loading.ts';
import { stagedPath } from '../source/stage.ts';
import { loadTypedCsv } from '../typedCsv.ts';
import type { Book } from './book.ts';
import { type Converted, writeCsv } from './convert.ts';
import { type Layout, layoutOf } from './layout.ts';
import { lookAtSheet, type SheetLook } from './open.ts';
import { blockOf } from './range.ts';
import { remarksOn } from './remarks.ts';
import { textsOf } from './texts.ts';

interface ConvertedSheet {
  readonly look: SheetLook;
  readonly layout: Layout;
  readonly converted: Converted;
}

/** Loads a sheet of a workbook: its rows become a CSV, whose types are known from the cells. */
export async function loadSheet(book: Book, loading: Loading): Promise<LoadedParts> {
  const { warehouse, file, options, context } = loading;
  const csv = await stagedPath(warehouse, '.csv');
  try {
    context.progress?.({ stage: 'reading', share: null });
    const { look, layout, converted } = await convert(book, csv, loading);
    if (converted.rows === 0 && !context.allowEmpty)
      throw new AppError('validation', layout.headerRows > 0 ? 'fileHeaderOnly' : 'fileNoRows', { file });
    const head = look.head.filter(({ row }) => row >= layout.firstRow);
    const counts = await loadTypedCsv(loading, {
      path: csv,
      names: layout.names,
      types: converted.kinds.types(),
      worded: converted.kinds.worded(),
      head: head.map((row) => textsOf(row, layout.firstColumn, layout.lastColumn)),
      rowOf: converted.rowOf,
    });
    const settings = {
      sheet: look.sheet.name,
      ...(options.range === undefined ? {} : { range: options.range }),
      ...(layout.headerRows > 1 ? { headerRows: layout.headerRows } : {}),
      ...(options.totals === undefined ? {} : { totals: options.totals }),
      ...{ header: layout.headerRows > 0, skip: layout.skip, columns: counts.columns },
    };
    const remarks = remarksOn(
      { sheet: look.sheet, facts: converted.facts, passed: look.passed },
      layout,
      converted,
      converted.kinds.worded(),
      false,
    );
    const { rows, quarantined } = counts;
    return {
      rows,
      quarantined,
      options: settings,
      remarks,
      accounting: accountOf(look, layout, converted, quarantined),
      totalRows: converted.totalRows.map(({ row, values }) => ({
        line: row,
        cells: values.map((text, i) => ({ field: fieldAt(counts.columns[i]), text: text ?? '' })),
      })),
    };
  } finally {
    await rm(csv, { force: true });
  }
}

const fieldAt = (option: ColumnOption | undefined) =>
  option === undefined || option.skip ? null : (option.name ?? option.column);

/** Every row from the first, or from the first of the range, to the last that holds anything. */
function accountOf({ block }: SheetLook, layout: Layout, converted: Converted, quarantined: number): Accounting {
  const { rows, preamble, totals, lastRow } = converted;
  const header = layout.headerRows;
  const records = lastRow - (block?.firstRow ?? 1) + 1;
  const blank = Math.max(0, records - header - preamble - totals - rows);
  return accounted(rows - quarantined, quarantined, { header, preamble, totals, blank });
}

async function convert(book: Book, csv: string, { file, options, context }: Loading): Promise<ConvertedSheet> {
  const look = await lookAtSheet(book, options.sheet, blockOf(options.range, file), file, context);
  const layout = layoutOf(look, options, file);
  const converted = await writeCsv(book, look, layout, csv, context, options.totals === false);
  if (converted.firstColumn >= layout.firstColumn && converted.lastColumn <= layout.lastColumn) {
    return { look, layout, converted };
  }
  // A later row is wider than the first ones: once more, with the width that is known now.
  await rm(csv, { force: true });
  const settled = { ...options, skip: layout.skip, header: layout.headerRows > 0 };
  const wider = layoutOf(look, settled, file, converted);
  return { look, layout: wider, converted: await writeCsv(book, look, wider, csv, context, options.totals === false) };
}
