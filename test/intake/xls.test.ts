import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect, load } from '#engine/intake/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, failureOf, fileIn, loadContent, rowsOf } from './support.ts';
import { biff, workbookOf } from './xlsFile.ts';

const textSheet = [
  ['客户号', '余额', '日期', '真', '文'],
  ['007', 1.5, { date: 45296 }, true, 'a\u{1f600}b'],
];

describe('XLS', () => {
  test('cells keep what they are, whatever record they stand in', async () => {
    const { dataset, rows } = await loadContent('a.xls', workbookOf([{ name: '表', rows: textSheet }]));
    expect(dataset.format).toBe('xls');
    expect(dataset.fields.map(({ type }) => type)).toEqual(['text', 'number', 'date', 'boolean', 'text']);
    expect(rows).toEqual([{ 客户号: '007', 余额: '1.5', 日期: '2024-01-05', 真: 'true', 文: 'a\u{1f600}b' }]);
  });

  test('dates that count from 1904', async () => {
    const content = workbookOf([{ name: 's', rows: [['d'], [{ date: 43834 }]] }], { date1904: true });
    expect((await loadContent('a.xls', content)).rows).toEqual([{ d: '2024-01-05' }]);
  });

  test('merged headers, hidden rows, columns and sheets, and errors', async () => {
    const content = workbookOf([
      {
        name: 's',
        rows: [
          ['号', '2023年', null],
          [null, '余额', '笔数'],
          ['1', 2, { error: 42 }],
          ['2', 3, 4],
          ['合计', 5, 4],
        ],
        ...{
          merges: [
            [0, 1, 0, 0],
            [0, 0, 1, 2],
          ],
          hiddenRows: [3],
          hiddenColumns: [2],
        },
      },
      { name: '暗', rows: [['x']], hidden: true },
    ]);
    const { dataset, rows } = await loadContent('a.xls', content);
    expect(rows).toEqual([
      { 号: '1', '2023年_余额': '2', '2023年_笔数': null },
      { 号: '2', '2023年_余额': '3', '2023年_笔数': '4' },
    ]);
    expect(dataset.remarks?.map(({ kind, count }) => [kind, count])).toEqual([
      ['joinedHeader', 2],
      ['hiddenRows', 1],
      ['hiddenColumns', 1],
      ['errorCells', 1],
      ['totals', 1],
    ]);
  });

  test('shared texts that go on in the next record, with their width changing there', async () => {
    const long = `${'x'.repeat(5000)}汉${'y'.repeat(9000)}`;
    const rows = [
      ['a', 'b'],
      [long, 'c'],
      ['d', long.slice(0, 8300)],
    ];
    expect((await loadContent('a.xls', workbookOf([{ name: 's', rows }]))).rows).toEqual([
      { a: long, b: 'c' },
      { a: 'd', b: long.slice(0, 8300) },
    ]);
  });

  test('a password, an older Excel and a web page are told apart', async () => {
    const encrypted = workbookOf([{ name: 's', rows: textSheet }], { encrypted: true });
    expect((await failureOf(loadContent('a.xls', encrypted))).messageId).toBe('workbookEncrypted');
    const old = Buffer.concat([biff(0x809, Buffer.from([0, 4, 16, 0, 0, 0, 0, 0])), biff(0x0a, Buffer.alloc(0))]);
    expect((await failureOf(loadContent('a.xls', old))).messageId).toBe('workbookTooOld');
    for (const text of [
      '<html><table>',
      '\n<table border=1>',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>',
    ])
      expect((await failureOf(loadContent('a.xls', text))).messageId, text).toBe('fileIsWebPage');
  });

  test('one that is cut anywhere fails with a sentence, or is read as before', () =>
    withWorkspace(async (workspace, { folder }) => {
      const whole = workbookOf([{ name: 's', rows: textSheet }]);
      const cuts = fc.integer({ min: 1, max: whole.length - 1 });
      const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
      const attempt = async (content: Buffer) => {
        const path = await fileIn(folder, 'a.xls', content);
        try {
          await inspect(workspace, path, {}, {});
        } catch (thrown) {
          expect((await failureOf(Promise.reject(thrown))).code).not.toBe('internal');
        }
      };
      await fc.assert(
        fc.asyncProperty(cuts, (cut) => attempt(whole.subarray(0, cut))),
        { numRuns: 60 },
      );
      await fc.assert(
        fc.asyncProperty(flips, (changes) => {
          const damaged = Buffer.from(whole);
          for (const [at, byte] of changes) damaged[at] = byte;
          return attempt(damaged);
        }),
        { numRuns: 300 },
      );
      await expectNothingBut(workspace, []);
    }));
});

const csvkit = sharedData === null ? null : join(sharedData, 'messy', 'csvkit_examples');
const readxl = sharedData === null ? '' : join(sharedData, 'messy', 'readxl');

/** A value as both sides would write it: 40.0 and 40, True and true, a day with and without its midnight. */
const plain = (value: unknown) =>
  value === null || value === ''
    ? null
    : String(value)
        .replace(/^(true|false)$/i, (word) => word.toLowerCase())
        .replace(/^(\d+)\.0$/, '$1')
        .replace('T', ' ')
        .replace(/ 00:00:00$/, '');

describe.skipIf(csvkit === null)(`csvkit's workbooks${whySkipped}`, () => {
  test.for<[string, string, ReadOptions]>([
    ['test.xls', 'testxls_converted.csv', {}],
    ['test.xlsx', 'testxlsx_converted.csv', {}],
    ['test_skip_lines.xls', 'testxls_converted.csv', {}],
    ['test_skip_lines.xlsx', 'testxlsx_converted.csv', {}],
    ['sheets.xls', 'testxls_converted.csv', { sheet: 'data' }],
    ['sheets.xlsx', 'testxlsx_converted.csv', { sheet: 'data' }],
    ['sheets.xls', 'testxls_unicode_converted.csv', { sheet: 'ʤ' }],
    ['sheets.xlsx', 'testxlsx_unicode_converted.csv', { sheet: 'ʤ' }],
  ])('%s is %s', ([book, converted, options]) =>
    withWorkspace(async (workspace) => {
      const ours = await rowsOf(workspace, await load(workspace, join(csvkit ?? '', book), 'ours', options, {}));
      const lines = (await readFile(join(csvkit ?? '', converted), 'utf8')).trim().split(/\r?\n/);
      const [, ...theirs] = lines.map((line) => line.split(','));
      expect(ours.map((row) => Object.values(row).map(plain))).toEqual(theirs.map((row) => row.map(plain)));
    }),
  );
});

describe.skipIf(csvkit === null)(`readxl's workbooks, old and new${whySkipped}`, () => {
  test.for([
    'big-texty-numbers',
    'blanks',
    'datetime-rounding',
    'dates-leap-year-1900',
    'empty-named-column',
    'geometry',
    'iris-excel',
    'list_type',
    'missing-first-column',
    'missing-values',
    'names-need-repair',
    'numbers-as-na-and-shared-strings',
    'skipping',
    'style-only-cells',
    'texty-dates',
    'unnamed-duplicated-columns',
    'vietnamese-utf8',
    'whitespace',
  ])('%s.xls and .xlsx are one table', (name) =>
    withWorkspace(async (workspace) => {
      const tables = [];
      for (const format of ['xls', 'xlsx']) {
        const named = join(readxl, `${name}-${format}.${format}`);
        const path = await readFile(named).then(
          () => named,
          () => join(readxl, `${name}.${format}`),
        );
        const dataset = await load(workspace, path, format, {}, {});
        tables.push({
          rows: await rowsOf(workspace, dataset),
          types: dataset.fields.map(({ type }) => type),
          skip: dataset.options.skip,
        });
      }
      expect(tables[0]).toEqual(tables[1]);
    }),
  );

  test('dates count from 1900 or from 1904', () =>
    withWorkspace(async (workspace) => {
      for (const file of ['dates-1900.xls', 'dates-1904.xls', 'dates-1900-LibreOffice.xlsx']) {
        const rows = await rowsOf(workspace, await load(workspace, join(readxl, file), file, {}, {}));
        expect(new Set(rows.flatMap((row) => Object.values(row))), file).toEqual(new Set(['2000-01-01']));
      }
    }));

  test('the last row a workbook can have', () =>
    withWorkspace(async (workspace) => {
      const preview = await inspect(workspace, join(readxl, '65536-rows-xls.xls'), { header: false }, {});
      expect(preview.sample).toEqual([['HELLO'], ['WORLD']]);
    }));
});
