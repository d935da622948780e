import type { ReadOptions } from '#shared/intake/index.ts';
import { planColumns } from '../delimited/plan.ts';
import { previewRows } from '../limits.ts';
import type { PreviewParts } from '../preview.ts';
import { suggestSensitivity } from '../sensitivity.ts';
import type { Source } from '../source/source.ts';
import { createKinds } from './kinds.ts';
import { layoutOf, textsOf } from './layout.ts';
import { openSheet } from './open.ts';

/** How a workbook would be read: its sheets, and the first rows of the one that is meant. */
export async function previewXlsx(source: Source, options: ReadOptions): Promise<PreviewParts> {
  const { workbook, sheet, head } = await openSheet(source, options.sheet);
  const layout = layoutOf(head, options, source.file);
  const rows = head.filter(({ row }) => row >= layout.firstRow);
  const kinds = createKinds(layout.names.length);
  for (const { cells } of rows) kinds.add(cells, layout.firstColumn);
  const values = rows.map((row) =>
    textsOf(row, layout.firstColumn, layout.lastColumn).map((text) => (text === '' ? null : text)),
  );
  const types = kinds.types();
  const columns = planColumns(layout.names, () => [], options, source.file);
  return {
    sheet: sheet.name,
    sheets: workbook.sheets.map(({ name }) => name),
    header: layout.header,
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
  };
}
