import ExcelJS from 'exceljs';
import type { Row } from '../warehouse/index.ts';
import { asOf } from './options.ts';
import { fixZipTimes } from './zipTimes.ts';

const headers = ['活动', '渠道', '期次（周）', '周起始日', '投放成本（元）', '触达人数', '响应人数', '收入（元）'];
const widths = [18, 12, 11, 13, 16, 11, 11, 16];

const notes = [
  '本表为样例数据，活动、金额与人数均为虚构。',
  '期次从 1 开始，每期一周；周起始日为周一。',
  '收入为该周归因于活动的收入，未设对照组，不是增量收入。',
];

/** The campaigns as a workbook that has the same bytes whenever it is made: dates inside and in the ZIP are fixed. */
export async function campaignWorkbook(rows: readonly Row[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Clientscope sample';
  workbook.lastModifiedBy = 'Clientscope sample';
  workbook.created = day(asOf);
  workbook.modified = day(asOf);
  const sheet = workbook.addWorksheet('投放活动', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headers.map((header, i) => ({ header, width: widths[i] ?? 12 }));
  for (const row of rows) {
    sheet.addRow([
      row.name,
      row.channel,
      row.t,
      day(String(row.week)),
      row.cost,
      row.contacts,
      row.responses,
      row.revenue,
    ]);
  }
  sheet.getRow(1).font = { bold: true };
  sheet.getColumn(4).numFmt = 'yyyy-mm-dd';
  for (const column of [5, 8]) sheet.getColumn(column).numFmt = '#,##0.00';
  const about = workbook.addWorksheet('说明');
  about.columns = [{ width: 80 }];
  for (const note of notes) about.addRow([note]);
  return fixZipTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
