import { join } from 'node:path';
import ExcelJS from 'exceljs';

/** A workbook as a branch reports by: a title, two merged header rows, a hidden row and column, an error, a total, a hidden sheet. */
export async function monthlyWorkbook(folder: string, sheetName: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(sheetName);
  sheet.addRow(['客户资产月报']);
  sheet.addRow(['客户号', '2025年', null, '2026年', null]);
  sheet.addRow([null, '余额', '笔数', '余额', '笔数']);
  for (let i = 1; i <= 30; i++) sheet.addRow([`00${i}`, i * 1.5, i, i === 3 ? { error: '#N/A' } : i * 2.5, i + 1]);
  sheet.addRow(['合计', 697.5, 465, 1162.5, 495]);
  for (const range of ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2']) sheet.mergeCells(range);
  sheet.getRow(6).hidden = true;
  sheet.getColumn(3).hidden = true;
  book.addWorksheet('底稿', { state: 'hidden' }).addRow(['x', 1]);
  const path = join(folder, '资产月报.xlsx');
  await book.xlsx.writeFile(path);
  return path;
}
