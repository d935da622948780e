import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { loadContent } from './support.ts';
import { look, sheet } from './workbooks.ts';

describe('years that name columns as the numbers that they are', () => {
  test('are a header with words beside them, over values that are no years', async () => {
    const content = await sheet((s) => {
      s.addRow(['机构', 2023, 2024, 202412]);
      s.addRow(['北京', 120.5, 130, 7]);
      s.addRow(['上海', 98, 101, 8]);
    });
    const { dataset } = await loadContent('a.xlsx', content);
    expect(dataset.fields.map(({ name }) => name)).toEqual(['机构', '2023', '2024', '202412']);
    expect(dataset.rows).toBe(2);
  });

  test('may be groups of columns', async () => {
    const content = await sheet((s) => {
      s.addRow(['客户号', 2023, null, 2024, null]);
      s.addRow([null, '余额', '笔数', '余额', '笔数']);
      s.addRow(['007', 1.5, 1, 2.5, 2]);
    });
    expect((await look(content)).columns.map(({ column }) => column)).toEqual([
      ...['客户号', '2023_余额', '2023_笔数', '2024_余额', '2024_笔数'],
    ]);
  });

  test('are values where years stand below, and numbers always are', async () => {
    for (const first of [
      [2022, 2021],
      [5300, 2022],
      [2022, 2022],
    ]) {
      const content = await sheet((s) => {
        s.addRow(['甲', ...first]);
        s.addRow(['乙', 2023, 700]);
        s.addRow(['丙', 2024, 800]);
      });
      expect((await look(content)).header).toBe(false);
    }
    const one = await sheet((s) =>
      s.addRows([
        ['北京分行', 2015],
        ['上海分行', 1850],
        ['广州分行', 3320],
      ]),
    );
    expect((await look(one)).header).toBe(false);
    const merged = await sheet((s) => {
      s.addRows([
        ['华东', 2022, 2023],
        [null, 2023, 2021],
        ['华北', 2022, 2020],
      ]);
      s.mergeCells('A1:A2');
    });
    expect((await look(merged)).header).toBe(false);
  });
});

describe('the sheet that is read where none was chosen', () => {
  const table = (s: ExcelJS.Worksheet) =>
    s.addRows([
      ['编号', '金额'],
      [1, 2.5],
      [2, 3.5],
    ]);
  const bookOf = (name: string, rows: readonly (readonly (string | number)[])[]) =>
    sheet((first, book) => {
      first.name = name;
      for (const row of rows) first.addRow([...row]);
      table(book.addWorksheet('明细'));
    });
  const many = (rows: number, row: (i: number) => (string | number)[]) =>
    Array.from({ length: rows }, (_, i) => row(i));
  const sentence = '余额按月末时点数填列，外币按当日中间价折算为人民币，含表内外全部业务，不含委托贷款。';

  test.each([
    [
      '说明',
      [
        ['字段', '含义'],
        ['编号', '客户编号'],
      ],
    ],
    [
      'Readme',
      [
        ['field', 'meaning'],
        ['id', 'number'],
      ],
    ],
    ['Sheet1', [['客户明细表'], ['导出时间：2026-09-30'], ['内部资料']]],
    ['口径', many(12, (i) => [i === 5 ? sentence : '……'])],
  ])('is not the note in front of it, which is said: %s', async (name, rows) => {
    const found = await look(await bookOf(name, rows));
    expect(found).toMatchObject({ sheet: '明细', sheets: [name, '明细'] });
    expect(found.remarks).toContainEqual({ kind: 'passedSheets', count: 1, atLeast: false, names: [name] });
  });

  test.each([
    ['名单', many(4, (i) => [i === 0 ? '客户号' : `C00${i}`])],
    ['名单', many(4, (i) => [i === 0 ? '客户号' : 600 + i])],
    ['名单', many(12, (i) => [`张${i}`])],
    ['投诉', many(50, () => [sentence])],
    ['粘贴', many(9, (i) => [`C${i},10,20`])],
    [
      'Notes',
      [
        ['Note', 'Rate'],
        ['A', '1'],
      ],
    ],
    [
      '汇总',
      [
        ['机构', '余额'],
        ['北京', '1'],
      ],
    ],
  ])('is the first with a table or a list: %s', async (name, rows) => {
    const found = await look(await bookOf(name, rows));
    expect(found).toMatchObject({ sheet: name });
    expect(found.remarks.map(({ kind }) => kind)).not.toContain('passedSheets');
  });

  test('is the first, too, for a range of it', async () => {
    const content = await bookOf('汇总', [
      ['机构', '余额'],
      ['北京', 1],
    ]);
    expect(await look(content, { range: 'A:A' })).toMatchObject({ sheet: '汇总' });
  });

  test('is the note where nothing else is seen', async () => {
    const only = await sheet((s, book) => {
      s.name = '说明';
      s.addRow(['保密']);
      const hidden = book.addWorksheet('底稿');
      table(hidden);
      hidden.state = 'hidden';
    });
    expect(await look(only)).toMatchObject({ sheet: '说明' });
  });
});
