import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { describeFile, load, putBack, repairFromSheet, repairSheet } from '#engine/intake/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { guarded, unguarded } from '#shared/exports/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { auditIn } from '#test/support/audit.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn } from './support.ts';

const good = Array.from({ length: 30 }, (_, i) => `${i + 100},客户${i},2024/3/${(i % 28) + 1},"${i + 1},000.50"`);
const bad = ['0131,=张三,2024/2/30,10', '0132,李四', '0133,王,五,2024/5/6,7.5'];
const content = ['编号,姓名,开户日,金额', ...good, ...bad].join('\n');
const options = {
  columns: [
    { column: '编号', type: 'text' as const },
    { column: '开户日', type: 'date' as const },
    { column: '金额', type: 'number' as const },
  ],
};
const nothing = async () => undefined;

async function sheetOf(workspace: Workspace, dataset: Dataset, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of repairSheet(workspace, dataset, { format, locale: 'zh', leftOut: 'shown' }))
    parts.push(part);
  return Buffer.concat(parts);
}

const lastRows = (workspace: Workspace, dataset: Dataset) =>
  workspace.warehouse.rows(sql`SELECT COLUMNS(*)::VARCHAR FROM ${tableOf(dataset)} OFFSET 30`);

const withBad = (work: (workspace: Workspace, dataset: Dataset, folder: string) => Promise<void>) =>
  withWorkspace(async (workspace, { folder }) => {
    const path = await fileIn(folder, '客户.csv', content);
    await work(workspace, await load(workspace, path, '客户', options, {}), folder);
  });

const mended = [
  { 编号: '0131', 姓名: '=张三', 开户日: '2024-02-29', 金额: '10.0' },
  { 编号: '0132', 姓名: '李四', 开户日: null, 金额: null },
  { 编号: '0133', 姓名: '王,五', 开户日: '2024-05-06', 金额: '7.5' },
];

describe('a repair sheet', () => {
  test('names each row, why it was kept apart and its cells where they can be told', () =>
    withBad(async (workspace, dataset) => {
      const text = (await sheetOf(workspace, dataset, 'csv')).toString();
      const [header, first, second] = text.replace('\ufeff', '').split('\r\n');
      expect(header).toBe('_line,_file,_check,_reason,_text,_accept,编号,姓名,开户日,金额');
      expect(first).toMatch(
        /^32,,c[0-9a-f]{10},值与类型不符 · 开户日 .*,"0131,=张三,2024\/2\/30,10",,0131,'=张三,2024\/2\/30,10$/,
      );
      expect(second).toMatch(/^33,,c[0-9a-f]{10},列数不足 .*,"0132,李四",,0132,李四,,$/);
    }));

  test('mended in a workbook, its rows are taken in as one version, counted, on record, and can be put back', () =>
    withBad(async (workspace, dataset, folder) => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(Uint8Array.from(await sheetOf(workspace, dataset, 'xlsx')).buffer);
      const sheet = book.worksheets[0];
      if (!sheet) throw new Error('no sheet');
      sheet.getRow(2).getCell(9).value = '2024-02-29';
      sheet.getRow(3).getCell(6).value = 'x';
      sheet.getRow(4).getCell(8).value = '王,五';
      sheet.getRow(4).getCell(9).value = '2024/5/6';
      sheet.getRow(4).getCell(10).value = 7.5;
      const path = join(folder, '修复.xlsx');
      await book.xlsx.writeFile(path);
      const done = await repairFromSheet(workspace, dataset, path, {}, nothing);
      expect(done).toMatchObject({ repaired: 3, dataset: { version: 2, rows: 33, quarantined: 0 } });
      expect(done.dataset.accounting).toMatchObject({ loaded: 33, quarantined: 0, header: 1 });
      expect(done.dataset.repaired?.map(({ line }) => line)).toEqual([32, 33, 34]);
      expect(await lastRows(workspace, done.dataset)).toEqual(mended);
      expect(auditIn(workspace, 'repair')).toEqual([
        { subject: '客户', facts: { sheet: '修复.xlsx', rows: 3, version: 2 } },
      ]);
      expect(auditIn(workspace, 'import')).toHaveLength(1);
      const again = await repairFromSheet(workspace, done.dataset, path, {}, nothing);
      expect(again).toEqual({ repaired: 0, dataset: done.dataset });
      const wanted = { dataset: dataset.id, version: 2, repair: 2 };
      const back = await putBack(workspace, wanted, {}, nothing);
      expect(back).toMatchObject({ rows: 32, quarantined: 1 });
      // What was put back is mended by the same sheet.
      expect(await repairFromSheet(workspace, back, path, {}, nothing)).toMatchObject({ repaired: 1 });
    }));

  test.each([
    ['as a spreadsheet in China saves it', (text: string) => iconv.encode(text.replace('\ufeff', ''), 'gb18030')],
    ['with semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';').replaceAll('"', ''))],
    [
      'with tabs, in UTF-16',
      (text: string) => iconv.encode(text.replaceAll(',', '\t').replaceAll('"', ''), 'utf-16le'),
    ],
  ])('is read back %s; rows that were deleted from it stay where they are', (_, encode) =>
    withBad(async (workspace, dataset, folder) => {
      const text = (await sheetOf(workspace, dataset, 'csv')).toString().split('\r\n');
      // Only the second row is kept: without commas in its cells.
      const one = `${[text[0], text[2]].join('\r\n')}\r\n`.replace('"0132,李四",', ',x');
      const path = join(folder, 'back.csv');
      await writeFile(path, encode(one));
      const done = await repairFromSheet(workspace, dataset, path, {}, nothing);
      expect(done).toMatchObject({ repaired: 1, dataset: { rows: 31, quarantined: 2 } });
      expect(await lastRows(workspace, done.dataset)).toEqual([mended[1]]);
    }),
  );

  test('that is not whole, not right or not of this file changes nothing', () =>
    withBad(async (workspace, dataset, folder) => {
      const text = (await sheetOf(workspace, dataset, 'csv')).toString();
      const before = await readdir(folder);
      const refused = async (content: string | Buffer, messageId: string, params: object = {}) => {
        const path = join(folder, 'back.csv');
        await writeFile(path, content);
        const error = { messageId, params: expect.objectContaining(params) };
        await expect(repairFromSheet(workspace, dataset, path, {}, nothing)).rejects.toMatchObject(error);
      };
      // Nobody has changed anything yet.
      const path = await fileIn(folder, 'back.csv', text);
      expect(await repairFromSheet(workspace, dataset, path, {}, nothing)).toEqual({ dataset, repaired: 0 });
      const changed = text.replace(/张三,2024.2.30/g, '张三,2024/2/31');
      await refused(changed, 'repairSheetUnfit', { line: 32, field: '开户日', count: 1 });
      const accepted = text.replace('",,0133', '",y,0133');
      await refused(accepted, 'repairSheetUnfit', { line: 34, field: '开户日', count: 2 });
      await refused(content, 'repairSheetUnknown');
      await refused(`${text}1,2\r\n`, 'repairSheetBroken', { rows: 1 });
      await refused(text.replace('开户日', '开户日期'), 'repairSheetColumns', {
        missing: '“开户日”',
        strange: '“开户日期”',
      });
      await refused(text.replace(/,c([0-9a-f])/, ',c$1$1'), 'repairSheetElsewhere', { line: 32 });
      expect(workspace.catalogue.datasets.byId(dataset.id)).toEqual(dataset);
      expect(await readdir(folder)).toEqual([...before, 'back.csv'].toSorted());
      const [tables] = await workspace.warehouse.rows(sql`SELECT count(*)::INTEGER AS n FROM duckdb_tables()`);
      expect(tables?.n).toBe(2);
    }));

  test('has the cells of rows out of several files, each cut in its own way, and of objects by their keys', () =>
    withWorkspace(async (workspace, { folder }) => {
      const rows = (from: number, delimiter: string) =>
        Array.from({ length: 25 }, (_, i) => `${from + i}${delimiter}${i}.5\n`).join('');
      const files = [
        await fileIn(folder, '五月.csv', `编号,金额\n${rows(100, ',')}125,坏\n`),
        await fileIn(
          folder,
          '六月.csv',
          `金额;编号;城市\n${rows(100, ';').replace(/(\d+);(.*)\n/g, '$2;$1;北京\n')}7.5;226\n`,
        ),
      ];
      const columns = [{ column: '金额', type: 'number' as const }];
      const months = await load(workspace, files, '月', { columns }, {});
      const lines = (await sheetOf(workspace, months, 'csv')).toString().replace('\ufeff', '').split('\r\n');
      expect(lines[0]).toMatch(/_accept,编号,金额,城市,/);
      expect(lines[1]).toMatch(/^27,五月.csv,.*,"125,坏",,125,坏,,五月.csv$/);
      expect(lines[2]).toMatch(/^27,六月.csv,.*,7.5;226,,226,7.5,,六月.csv$/);
      const path = await fileIn(
        folder,
        's.csv',
        lines.join('\n').replace('125,坏,,五', '125,9,,五').replace(',,226', ',x,226'),
      );
      const done = await repairFromSheet(workspace, months, path, {}, nothing);
      expect(done).toMatchObject({ repaired: 2, dataset: { rows: 52, quarantined: 0 } });
      expect(done.dataset.parts?.map(({ rows, quarantined }) => [rows, quarantined])).toEqual([
        [26, 0],
        [26, 0],
      ]);

      const objects = Array.from({ length: 25 }, (_, i) =>
        JSON.stringify({ 编号: `K${i}`, 金额: i, 住: { 城市: '北京' } }),
      );
      const jsonl = await fileIn(
        folder,
        'a.jsonl',
        `${objects.join('\n')}\n{"编号":"K9","金额":"坏","住":{"城市":"上海"}}\n`,
      );
      const list = await load(workspace, jsonl, '单', { columns: [{ column: '金额', type: 'integer' }] }, {});
      expect((await sheetOf(workspace, list, 'csv')).toString()).toMatch(/,,K9,坏,上海\r\n$/);
    }));

  test.each(['csv', 'xlsx'] as const)(
    'that nobody touched (%s) takes nothing in, whatever stands in the rows',
    (format) =>
      withWorkspace(async (workspace, { folder }) => {
        const hostile = [
          "'=1",
          '=1+1',
          '@x',
          ' 空 格 ',
          '\t',
          '\u0001\u001b',
          '1e5',
          '2024/2/30',
          'TRUE',
          '0010',
          '\u00a0',
          '😀',
          '""a""b',
          '_x0041_',
          '𠮷',
          '1,5',
          'NULL',
          '',
          '\u2028',
          'a\rb',
          'a\n b',
        ];
        const cells = hostile.map((text) => `"${text}"`);
        const lines = cells.flatMap((cell, i) => [
          `${i},${cell},2024-01-05,1,zu viel`,
          `${i},坏,${cell},x`,
          `${i},${cell}`,
        ]);
        const path = await fileIn(folder, 'a.csv', ['编号,姓名,开户日,金额', ...good, ...lines].join('\n'));
        const dataset = await load(workspace, path, 'a', options, {});
        expect(dataset.quarantined).toBeGreaterThan(2 * hostile.length);
        const sheet = join(folder, `s.${format}`);
        await writeFile(sheet, await sheetOf(workspace, dataset, format));
        expect(await repairFromSheet(workspace, dataset, sheet, {}, nothing)).toEqual({ dataset, repaired: 0 });
      }),
  );

  test.each(['csv', 'xlsx'] as const)('whose rows were all deleted (%s) repairs nothing', (format) =>
    withWorkspace(async (workspace, { folder }) => {
      const clean = ['编号,姓名,开户日,金额', ...good].join('\n');
      const path = await fileIn(folder, 'a.csv', clean);
      const dataset = await load(workspace, path, 'a', options, {});
      const sheet = join(folder, `s.${format}`);
      await writeFile(sheet, await sheetOf(workspace, dataset, format));
      expect(await repairFromSheet(workspace, dataset, sheet, {}, nothing)).toEqual({ dataset, repaired: 0 });
      const inspected = await describeFile(workspace, sheet, {}, {});
      expect(inspected).toMatchObject({ rowsLoaded: 0, rowsQuarantined: 0 });
    }),
  );

  test.each(['csv', 'xlsx'] as const)('runs nothing that a column is called like (%s), and knows it again', (format) =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, 'a.csv', `编号,=1+1\n${good.map((_, i) => `${i},${i}.5`).join('\n')}\n0131\n`);
      const dataset = await load(workspace, path, 'a', {}, {});
      const text = (await sheetOf(workspace, dataset, 'csv')).toString();
      expect(text.split('\r\n')[0]).toMatch(/,编号,'=1\+1$/);
      const book = new ExcelJS.Workbook();
      const sheet = join(folder, `s.${format}`);
      if (format === 'csv') await writeFile(sheet, text.replace(',,0131,', ',,0131,7.5'));
      else {
        await book.xlsx.load(Uint8Array.from(await sheetOf(workspace, dataset, format)).buffer);
        const cell = book.worksheets[0]?.getRow(2).getCell(8);
        if (cell) cell.value = '7.5';
        await book.xlsx.writeFile(sheet);
      }
      expect(await repairFromSheet(workspace, dataset, sheet, {}, nothing)).toMatchObject({
        repaired: 1,
        dataset: { rows: 31, quarantined: 0 },
      });
    }),
  );

  test('gives every text back that it was given', () => {
    const texts = fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '1', '.', 'a', '＝', '\t') });
    fc.assert(fc.property(texts, (text) => unguarded(guarded(text)) === text));
    for (const formula of ['=1+1', '@SUM(A1)', '-1+cmd', "'=x"]) expect(guarded(formula)).toBe(`'${formula}`);
    for (const plain of ['-12.5', '+86', '007', "'s", '']) expect(guarded(plain)).toBe(plain);
  });
});
