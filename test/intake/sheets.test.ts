import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { blockOf } from '#engine/intake/sheets/range.ts';
import { footOf } from '#engine/intake/sheets/totals.ts';
import { failureOf, loadContent } from './support.ts';
import { look, sheet } from './workbooks.ts';

const values = (rows: readonly object[]) => rows.map((row) => Object.values(row));

describe('headers of several rows', () => {
  const tiers = () =>
    sheet((s) => {
      s.addRow(['客户资产月报']);
      s.addRow(['客户号', '2023年', null, '2024年', null]);
      s.addRow([null, '余额', '笔数', '余额', '笔数']);
      s.addRow(['007', 1.5, 1, 2.5, 2]);
      s.addRow(['008', 3.5, 3, 4.5, 4]);
      s.mergeCells('A1:E1');
      s.mergeCells('A2:A3');
      s.mergeCells('B2:C2');
      s.mergeCells('D2:E2');
    });

  test('a merged text names each of its columns, joined with what stands below', async () => {
    const { dataset, rows } = await loadContent('a.xlsx', await tiers());
    expect(dataset.fields.map(({ name }) => name)).toEqual([
      ...['客户号', '2023年_余额', '2023年_笔数', '2024年_余额', '2024年_笔数'],
    ]);
    expect(values(rows)).toEqual([
      ['007', '1.5', '1', '2.5', '2'],
      ['008', '3.5', '3', '4.5', '4'],
    ]);
    expect(dataset.options.skip).toBe(1);
    expect(dataset.remarks).toEqual([{ kind: 'joinedHeader', count: 2, atLeast: false, names: [] }]);
  });

  test('the same where cells were left empty instead of merged', async () => {
    const content = await sheet((s) => {
      s.addRow(['客户号', '2023年', null, '2024年', null]);
      s.addRow([null, '余额', '笔数', '余额', '笔数']);
      s.addRow(['007', 1.5, 1, 2.5, 2]);
    });
    const preview = await look(content);
    expect(preview.columns.map(({ column }) => column)[4]).toBe('2024年_笔数');
    expect(preview.sample).toHaveLength(1);
  });

  test('a header without a name for each column is one row, not two', async () => {
    const content = await sheet((s) => {
      s.addRow(['客户号', '城市', null]);
      s.addRow(['甲', '上海', '备注']);
      s.addRow(['乙', '北京', 5]);
    });
    expect((await look(content)).sample).toHaveLength(2);
  });
});

describe('what is hidden, wrong or below', () => {
  const content = () =>
    sheet((s, book) => {
      s.addRow(['客户号', '余额', '备注']);
      s.addRow(['1', 10, { error: '#N/A' } as ExcelJS.CellErrorValue]);
      s.addRow(['2', { formula: 'B2*2' } as ExcelJS.CellFormulaValue, 'x']);
      s.addRow(['3', 30, 'y']);
      s.addRow(['合计', 60]);
      s.addRow([]);
      s.addRow(['制表人：张三']);
      s.getRow(3).hidden = true;
      s.getColumn(2).hidden = true;
      book.addWorksheet('暗', { state: 'hidden' }).addRow(['x', 1]);
    });

  test('is counted in the preview and by the dataset, and rows are loaded all the same', async () => {
    const expected = [
      { kind: 'hiddenRows', count: 1, atLeast: false, names: [] },
      { kind: 'hiddenColumns', count: 1, atLeast: false, names: ['余额'] },
      { kind: 'errorCells', count: 1, atLeast: false, names: [] },
      { kind: 'uncalculated', count: 1, atLeast: false, names: [] },
      { kind: 'totals', count: 2, atLeast: false, names: [] },
    ];
    const preview = await look(await content());
    expect(preview.remarks).toEqual(expected);
    expect(preview).toMatchObject({ sheets: ['s', '暗'], hiddenSheets: ['暗'] });
    const { dataset, rows } = await loadContent('a.xlsx', await content());
    expect(dataset.remarks).toEqual(expected);
    expect(values(rows)).toEqual([
      ['1', '10', null],
      ['2', null, 'x'],
      ['3', '30', 'y'],
    ]);
    expect(preview.sample).toEqual(values(rows));
    expect(dataset.accounting).toEqual({
      ...{ records: 7, header: 1, preamble: 0, comments: 0, blank: 1, totals: 2, loaded: 3, quarantined: 0 },
    });
    expect(dataset.fields[1]?.type).toBe('integer');
  });

  test('sums are rows where that is wanted', async () => {
    const { dataset, rows } = await loadContent('a.xlsx', await content(), { totals: false });
    expect(rows).toHaveLength(5);
    expect(dataset.accounting).toMatchObject({ records: 7, totals: 0, loaded: 5, blank: 1 });
    expect((await look(await content(), { totals: false })).sample).toHaveLength(5);
  });

  test('rows above the header, and how many name the columns', async () => {
    const book = await sheet((s) => {
      s.addRow(['报表']);
      s.addRow([]);
      s.addRow(['a', 'b']);
      s.addRow(['c', 'd']);
      s.addRow([1, 2]);
    });
    const { dataset } = await loadContent('a.xlsx', book, { headerRows: 2 });
    expect(dataset.fields.map(({ name }) => name)).toEqual(['a_c', 'b_d']);
    expect(dataset.accounting).toMatchObject({ records: 5, preamble: 1, blank: 1, header: 2, loaded: 1 });
    expect(dataset.options.headerRows).toBe(2);
  });

  test('a hidden sheet is read only when asked for', async () => {
    const preview = await look(await content(), { sheet: '暗' });
    expect(preview.remarks[0]).toEqual({ kind: 'hiddenSheet', count: 1, atLeast: false, names: ['暗'] });
  });

  test('only sums at the very end are left out', () => {
    const row = (number: number, ...texts: string[]) => ({
      row: number,
      hidden: false,
      errors: [],
      uncalculated: [],
      cells: texts.map((text, column) => ({ column, kind: 'text' as const, text })),
    });
    const plain = row(5, 'a', 'b', 'c');
    expect(footOf([row(4, '合计', '1', '2'), plain], 3)).toBe(0);
    expect(footOf([plain, row(6, '小计', '1'), row(7, '总 计：', '1')], 3)).toBe(2);
    expect(footOf([plain, row(6, 'Total', '1'), row(7, 'by Ann')], 3)).toBe(2);
    expect(footOf([plain, row(6, 'lone')], 3)).toBe(0);
    expect(footOf([plain, row(8, 'lone')], 3)).toBe(1);
    expect(footOf([plain, row(6, '合计科技有限公司', '1', '2')], 3)).toBe(0);
    expect(footOf([row(1, 'a'), row(3, 'total')], 1)).toBe(0);
    const notes = Array.from({ length: 9 }, (_, i) => row(8 + i, `提示${i}`));
    expect(footOf([plain, row(6, '小计', '1', '2'), row(7, '合计', '1', '2'), ...notes], 3)).toBe(11);
    expect(footOf([plain, row(6, '生成式AI'), row(7, '查询', '2')], 3)).toBe(0);
    expect(footOf([plain, row(8, 'K99')], 3)).toBe(0);
  });
});

describe('a range', () => {
  const content = () =>
    sheet((s) => {
      for (let r = 1; r <= 12; r++) s.addRow(['x', `a${r}`, `b${r}`, r, 'y']);
      s.getCell('B3').value = '名';
      s.getCell('C3').value = '码';
      s.getCell('D3').value = '数';
    });

  test('is all that is read', async () => {
    const { dataset, rows } = await loadContent('a.xlsx', await content(), { range: 'B3:D6' });
    expect(rows).toEqual([
      { 名: 'a4', 码: 'b4', 数: '4' },
      { 名: 'a5', 码: 'b5', 数: '5' },
      { 名: 'a6', 码: 'b6', 数: '6' },
    ]);
    expect(dataset.options).toMatchObject({ range: 'B3:D6', skip: 2, header: true });
  });

  test('leaves out what is beside it, errors too', async () => {
    const book = await sheet((s) => {
      s.addRow(['a', 'b']);
      s.addRow([1, { error: '#N/A' } as ExcelJS.CellErrorValue]);
    });
    expect((await look(book, { range: 'A:A' })).remarks).toEqual([]);
    expect((await look(book, { range: 'A:B' })).remarks).toMatchObject([{ kind: 'errorCells', count: 1 }]);
  });

  test('may be open on one side', async () => {
    expect((await look(await content(), { range: 'D:D', header: false })).sample).toHaveLength(12);
    expect((await look(await content(), { range: '$10:$11', header: false })).sample).toEqual([
      ['x', 'a10', 'b10', '10', 'y'],
      ['x', 'a11', 'b11', '11', 'y'],
    ]);
  });

  test('that is none or holds nothing is refused', async () => {
    for (const range of ['B3', ':', 'C3:B9', 'A9:A3', 'A0:B2', '=A1:B2', 'ABCD1:B2'])
      expect(() => blockOf(range, 'a.xlsx'), range).toThrow(expect.objectContaining({ messageId: 'rangeInvalid' }));
    expect((await failureOf(look(await content(), { range: 'H1:J9' }))).messageId).toBe('rangeEmpty');
  });
});

describe('cells that are texts', () => {
  const mixed = () =>
    sheet((s) => {
      s.addRow(['id', '笔数', '余额', '开户', '流失', '额度', '备注']);
      s.addRow([1, 'N/A', 1.5, new Date('2026-01-02T00:00:00Z'), '是', '1,234.00', '-']);
      s.addRow([2, 3, '-', ' ', '否', '2.50', 'x']);
      s.addRow([3, 4, '无', new Date('2026-02-03T00:00:00Z'), 'NULL', '暂无', 'y']);
    });

  test('say that there is nothing beside numbers and dates', async () => {
    const { dataset, rows } = await loadContent('a.xlsx', await mixed());
    expect(dataset.fields.map(({ type }) => type)).toEqual([
      ...['integer', 'integer', 'number', 'date', 'text', 'text', 'text'],
    ]);
    expect(values(rows)).toEqual([
      ['1', null, '1.5', '2026-01-02', '是', '1,234.00', '-'],
      ['2', '3', null, null, '否', '2.50', 'x'],
      ['3', '4', null, '2026-02-03', 'NULL', '暂无', 'y'],
    ]);
    expect(dataset.remarks).toEqual([{ kind: 'nullWords', count: 3, atLeast: false, names: ['笔数', '余额', '开户'] }]);
  });

  test('become what was chosen, by the forms that texts have; whole numbers are not rounded', async () => {
    const columns = [
      { column: '流失', type: 'boolean' as const },
      { column: '额度', type: 'number' as const },
      { column: '余额', type: 'integer' as const },
    ];
    const { rows, quarantine } = await loadContent('a.xlsx', await mixed(), { columns });
    expect(rows.map(({ 流失, 额度, 余额 }) => [流失, 额度, 余额])).toEqual([
      ['false', '2.5', null],
      [null, null, null],
    ]);
    expect(quarantine).toMatchObject([{ line: 2, column_name: '余额' }]);
  });
});
