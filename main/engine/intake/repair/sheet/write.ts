import ExcelJS from 'exceljs';
import { csvCell } from '#shared/exports/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { quarantinedPage } from '../../../datasets/index.ts';
import type { Workspace } from '../../../workspace/index.ts';
import { type SheetWords, sheetHeader, sheetRow } from './form.ts';

/** Rows read at a time. */
const page = 1000;

/** In a workbook every cell is text, so that a spreadsheet changes no long number. */
export type SheetFormat = 'xlsx' | 'csv';

/** The format that a file's name asks for. */
export const sheetFormatOf = (file: string): SheetFormat => (/\.xlsx$/i.test(file) ? 'xlsx' : 'csv');

/** The repair sheet of a dataset, piece by piece as it is written. The values of its fields stand in it as in the file: nothing of them is masked. */
export async function* repairSheet(
  workspace: Workspace,
  dataset: Dataset,
  { format, ...words }: { format: SheetFormat } & SheetWords,
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  switch (format) {
    case 'csv':
      yield Buffer.from('\ufeff');
      for await (const rows of pagesOf(workspace, dataset, words, signal))
        yield Buffer.from(rows.map((row) => `${row.map((cell) => csvCell(cell || null)).join(',')}\r\n`).join(''));
      return;
    case 'xlsx': {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('repair', { views: [{ state: 'frozen', ySplit: 1 }] });
      for await (const rows of pagesOf(workspace, dataset, words, signal))
        for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : escaped(cell))));
      for (const column of sheet.columns) {
        column.numFmt = '@';
        column.width = 16;
      }
      yield Buffer.from(await book.xlsx.writeBuffer());
    }
  }
}

/** Characters that XML has none for, and what would be read as one of them, as Excel writes them: _x0001_. */
const unwritable = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escaped = (text: string): string =>
  text.replace(unwritable, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

async function* pagesOf(
  workspace: Workspace,
  dataset: Dataset,
  words: SheetWords,
  signal?: AbortSignal,
): AsyncGenerator<readonly (readonly string[])[]> {
  yield [sheetHeader(dataset)];
  for (let offset = 0; offset < dataset.quarantined; offset += page) {
    signal?.throwIfAborted();
    const rows = await quarantinedPage(workspace, dataset, { offset, limit: page });
    yield rows.map((row) => sheetRow(dataset, row, words));
  }
}
