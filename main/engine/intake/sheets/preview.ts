import type { ReadOptions } from '#shared/intake/index.ts';
import type { IntakeContext } from '../context.ts';
import { planColumns } from '../delimited/plan.ts';
import { previewRows } from '../limits.ts';
import type { PreviewParts } from '../preview.ts';
import { suggestSensitivity } from '../sensitivity.ts';
import type { Book } from './book.ts';
import { createKinds } from './kinds.ts';
import { layoutOf } from './layout.ts';
import { lookAtSheet } from './open.ts';
import { blockOf } from './range.ts';
import { remarksOn } from './remarks.ts';
import { textsOf } from './texts.ts';
import { footOf } from './totals.ts';

/** How a workbook would be read: its sheets, and the first rows of the one that is meant. */
export async function previewSheet(
  book: Book,
  options: ReadOptions,
  file: string,
  context: IntakeContext,
): Promise<PreviewParts> {
  const look = await lookAtSheet(book, options.sheet, blockOf(options.range, file), file, context);
  const layout = layoutOf(look, options, file);
  const below = look.head.filter(({ row }) => row >= layout.firstRow);
  const foot = options.totals === false ? [] : (look.foot ?? []);
  const totals = footOf(
    foot.filter(({ row }) => row >= layout.firstRow),
    layout.names.length,
  );
  const rows = look.counts.rows === look.head.length ? below.slice(0, below.length - totals) : below;
  const kinds = createKinds(layout.names.length);
  for (const { cells } of rows) kinds.add(cells, layout.firstColumn);
  const values = rows.map((row) =>
    textsOf(row, layout.firstColumn, layout.lastColumn).map((text) => (text === '' ? null : text)),
  );
  const types = kinds.types();
  const columns = planColumns(layout.names, () => [], options, file);
  return {
    sheet: look.sheet.name,
    sheets: book.sheets.map(({ name }) => name),
    hiddenSheets: book.sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
    header: layout.headerRows > 0,
    skip: layout.skip,
    columns: columns.map(({ column, chosen, type }, i) => {
      const read = chosen ? type : (types[i] ?? 'text');
      return {
        column,
        type: read,
        sensitivity: suggestSensitivity(
          column,
          read,
          values.map((row) => row[i] ?? null),
        ),
      };
    }),
    sample: values.slice(0, previewRows),
    noRows: values.length === 0,
    remarks: remarksOn(look, layout, { ...look.counts, totals }, kinds.worded(), look.foot === null),
  };
}
