import ExcelJS from 'exceljs';
import { inspect } from '#engine/intake/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn } from './support.ts';

/** A workbook with one sheet, or with more that `build` adds. */
export async function sheet(build: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  build(book.addWorksheet('s'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** How a workbook would be read. */
export const look = (content: Buffer, options: ReadOptions = {}) =>
  withWorkspace(async (workspace, { folder }) =>
    inspect(workspace, await fileIn(folder, 'a.xlsx', content), options, {}),
  );
