import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { inspect } from '#engine/intake/index.ts';
import { kindOfFormat, momentOf } from '#engine/intake/sheets/dates.ts';
import { attribute, createXmlParser } from '#engine/intake/xlsx/xml.ts';
import { previewSchema } from '#shared/intake/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn, loadContent } from './support.ts';

interface SheetSpec {
  name: string;
  rows: readonly (readonly ExcelJS.CellValue[])[];
}

async function workbook(sheets: readonly SheetSpec[], date1904 = false): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = date1904;
  for (const { name, rows } of sheets) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

const day = (text: string) => new Date(`${text}Z`);

const clients: SheetSpec = {
  name: '客户',
  rows: [
    ['编号', '数', '小数', '日期', '时刻', '真假', '公式', '混合', '长号'],
    [
      '007',
      1,
      1.5,
      day('2024-01-05'),
      day('2024-01-05T10:30:15'),
      true,
      { formula: 'B2*2', result: 2 },
      1,
      123456789012345680,
    ],
    [
      '123',
      -2,
      0.1,
      day('2024-02-29'),
      day('2024-02-29T00:00:00'),
      false,
      { formula: 'B3', result: 5 },
      'x',
      12345678901234568,
    ],
    [null, null, null, null, null, null, null, null, null],
    ['a"b\nc', 3, 1e-7, null, null, null, null, day('2024-03-01'), null],
  ],
};

describe('workbooks', () => {
  test('cells keep what they are', async () => {
    const { dataset, rows } = await loadContent('a.xlsx', await workbook([clients]));
    expect(dataset.fields.map(({ type }) => type)).toEqual([
      ...['text', 'integer', 'number', 'date', 'timestamp', 'boolean', 'integer', 'text', 'text'],
    ]);
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['007', '1', '1.5', '2024-01-05', '2024-01-05 10:30:15', 'true', '2', '1', '123456789012345680'],
      ['123', '-2', '0.1', '2024-02-29', '2024-02-29 00:00:00', 'false', '5', 'x', '12345678901234568'],
      ['a"b\nc', '3', '1e-07', null, null, null, null, '2024-03-01', null],
    ]);
    expect(dataset.options).toMatchObject({ format: 'xlsx', sheet: '客户', header: true, skip: 0 });
  });

  test('dates that count from 1904', async () => {
    const { rows } = await loadContent(
      'a.xlsx',
      await workbook([{ name: 's', rows: [['d'], [day('2024-01-05')]] }], true),
    );
    expect(rows).toEqual([{ d: '2024-01-05' }]);
  });

  test('the first sheet with cells, or the one that is asked for; titles are left out', async () => {
    const content = await workbook([
      { name: 'empty', rows: [] },
      { name: 'first', rows: [['客户名单'], [null], ['id', 'name'], [1, 'a'], [2, 'b']] },
      { name: 'second', rows: [[9], [8]] },
    ]);
    const first = await loadContent('a.xlsx', content);
    expect(first.rows).toEqual([
      { id: '1', name: 'a' },
      { id: '2', name: 'b' },
    ]);
    expect(first.dataset.options).toMatchObject({ sheet: 'first', skip: 2 });
    const second = await loadContent('a.xlsx', content, { sheet: 'second' });
    expect(second.rows).toEqual([{ column_1: '9' }, { column_1: '8' }]);
  });

  test('a row far down is wider than all before', async () => {
    const rows: ExcelJS.CellValue[][] = [['a', 'b'], ...Array.from({ length: 300 }, (_, i) => [i, 'x'])];
    rows.push([1, 'x', 'more']);
    const { dataset, rows: loaded } = await loadContent('a.xlsx', await workbook([{ name: 's', rows }]));
    expect(dataset.fields.map(({ name }) => name)).toEqual(['a', 'b', 'column_3']);
    expect(loaded.at(-1)).toEqual({ a: '1', b: 'x', column_3: 'more' });
  });

  test('quarantined rows carry the row of the sheet', async () => {
    const rows = [['a', 'b'], ['1\n2', 1], [null], ['x', 2], ['y', 'bad'], [null], ['z', 'worse'], ['w', 3]];
    const columns = [{ column: 'b', type: 'integer' as const }];
    const { dataset, quarantine } = await loadContent('a.xlsx', await workbook([{ name: 's', rows }]), { columns });
    expect(dataset).toMatchObject({ rows: 3, quarantined: 2 });
    expect(quarantine).toMatchObject([
      { line: 5, column_name: 'b' },
      { line: 7, column_name: 'b' },
    ]);
  });

  test('a preview names the sheets', () =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, '客户.xlsx', await workbook([clients, { name: 'other', rows: [[1]] }]));
      const preview = await inspect(workspace, path, {}, {});
      expect(previewSchema.parse(preview)).toEqual(preview);
      expect(preview).toMatchObject({
        format: 'xlsx',
        encoding: null,
        sheet: '客户',
        sheets: ['客户', 'other'],
        header: true,
        typesFixed: false,
      });
      expect(preview.columns.map(({ type }) => type).slice(0, 4)).toEqual(['text', 'integer', 'number', 'date']);
      expect(preview.sample).toHaveLength(3);
    }));
});

test('number formats', () => {
  const kinds = [
    'yyyy-mm-dd',
    'h:mm',
    '[h]:mm',
    '0.00',
    '"year" 0',
    'd"日"',
    'General',
    '[Red]0',
    'mmm',
    '@',
    '#,##0.00_);(0)',
    'm/d/yy h:mm',
  ];
  expect(kinds.map((code) => kindOfFormat(170, code))).toEqual([
    ...['date', 'time', 'number', 'number', 'number', 'date', 'number', 'number', 'date', 'number', 'number', 'date'],
  ]);
  expect([14, 20, 0, 2].map((id) => kindOfFormat(id, undefined))).toEqual(['date', 'time', 'number', 'number']);
});

test('serial days, with the leap year that 1900 was not', () => {
  expect(momentOf(1, false)).toEqual({ date: '1900-01-01', time: '00:00:00' });
  expect(momentOf(59, false)?.date).toBe('1900-02-28');
  expect(momentOf(60, false)).toBeNull();
  expect(momentOf(61, false)?.date).toBe('1900-03-01');
  expect(momentOf(0, true)?.date).toBe('1904-01-01');
  expect(momentOf(45296.5, false)).toEqual({ date: '2024-01-05', time: '12:00:00' });
  expect(momentOf(-1, false)).toBeNull();
});

test('XML reads the same wherever its chunks are cut', () => {
  const xml = '<?xml version="1.0"?><!-- > --><x:a k="1 &amp; 2"><b/>t&#x4e2d;&lt;<![CDATA[<raw>&amp;]]>e</x:a>';
  const read = (chunks: readonly string[]) => {
    const seen: string[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') seen.push(text);
      text = '';
    };
    const parser = createXmlParser({
      open: (name, tag) => {
        flush();
        seen.push(`+${name}${attribute(tag, 'k') ?? ''}`);
      },
      text: (more) => {
        text += more;
      },
      close: (name) => {
        flush();
        seen.push(`-${name}`);
      },
    });
    for (const chunk of chunks) parser.push(chunk);
    return seen;
  };
  const whole = ['+a1 & 2', '+b', '-b', 't中<<raw>&amp;e', '-a'];
  for (let cut = 0; cut <= xml.length; cut++) expect(read([xml.slice(0, cut), xml.slice(cut)])).toEqual(whole);
  expect(read([...xml])).toEqual(whole);
});

test('an attribute whose name begins like its tag', () => {
  expect(attribute('row r="3"', 'r')).toBe('3');
  expect(attribute('c r="A3" s="1" t="s"', 't')).toBe('s');
  expect(attribute('row spans="1:2"', 'r')).toBeUndefined();
});
