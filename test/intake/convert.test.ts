import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { convertFile, describeFile } from '#engine/intake/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { isFull, sampled } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { textTable } from './asText.ts';
import { fileIn } from './support.ts';

const under = (...path: readonly string[]) => join(sharedData ?? '', ...path);

/** A text in a file of its own, as a table of texts. */
async function tableOf(workspace: Workspace, folder: string, text: string | Buffer) {
  return textTable(workspace, await fileIn(folder, 'file.csv', text));
}

/** What `npm test` can wait for; test:full takes all of it. */
const quickLines = 5000;

describe('every value as it stands', () => {
  test('spaces, zeros, commas and words for nothing', () =>
    withWorkspace(async (workspace, { folder }) => {
      const text = 'a,b\n 1 ,007\n"1,5",NA\n,"x ""y"" z"\n1e5,2024-01-05\n';
      const { rows } = await tableOf(workspace, folder, text);
      expect(rows).toEqual([
        [' 1 ', '007'],
        ['1,5', 'NA'],
        ['', 'x "y" z'],
        ['1e5', '2024-01-05'],
      ]);
    }));

  test('a value that stands as a formula for Excel is the text in it', () =>
    withWorkspace(async (workspace, { folder }) => {
      const text =
        '="客户号",卡号,名称,余额\n="001",="6222020000000000011","=""甲,乙""",5\n="002",,"=1+1",6\n="003",="12,5",丙\n';
      const path = await fileIn(folder, 'file.csv', text);
      expect(await textTable(workspace, path)).toEqual({
        header: ['客户号', '卡号', '名称', '余额'],
        rows: [
          ['001', '6222020000000000011', '甲,乙', '5'],
          ['002', '', '=1+1', '6'],
        ],
        leftOut: 1,
      });
      const { columns, rowsLoaded, quarantined } = await describeFile(workspace, path, {}, {});
      expect(columns.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'integer']);
      expect([rowsLoaded, quarantined]).toEqual([2, [{ line: 4, reason: 'missingColumns', column: null }]]);
      const years = await fileIn(folder, 'years.csv', 'a\tb\n="2024"\t1\n="2025"\t2\n');
      expect((await describeFile(workspace, years, {}, {})).columns.map(({ type }) => type)).toEqual([
        'text',
        'integer',
      ]);
    }));

  test('numbers and moments of JSON, and long digits however deep they stand', () =>
    withWorkspace(async (workspace, { folder }) => {
      const objects = [
        '{"n":1.50,"at":"2026-01-05T10:00:00Z","card":{"no":6222020000000000011,"x":1.0},"l":[1.50,62220200000000000112233]}',
        '{"n":1e5,"card":null,"late":" x "}',
      ];
      const expected = {
        header: ['n', 'at', 'card.no', 'card.x', 'l', 'late'],
        rows: [
          ['1.50', '2026-01-05T10:00:00Z', '6222020000000000011', '1.0', '[1.50,62220200000000000112233]', null],
          ['1e5', null, null, null, null, ' x '],
        ],
      };
      const list = await fileIn(folder, 'a.json', `[${objects.join()}]`);
      expect(await textTable(workspace, list)).toEqual({ ...expected, leftOut: 0 });
      const lines = await fileIn(folder, 'a.jsonl', `${objects[0]}\nbad\n${objects[1]}\n`);
      expect(await textTable(workspace, lines)).toEqual({ ...expected, leftOut: 1 });
      const typed: (readonly (string | null)[])[] = [];
      await convertFile(workspace, { place: list, options: {}, asItStands: false }, {}, async (rows) => {
        typed.push(...rows);
      });
      const card = '6222020000000000011';
      expect(typed[1]).toEqual(['1.5', '2026-01-05 10:00:00', card, '1.0', '[1.5,"62220200000000000112233"]', null]);
    }));

  test('what is around the table is left out and counted', () =>
    withWorkspace(async (workspace, { folder }) => {
      const text = [
        '客户清单,,,',
        '机构：北京分行,,,',
        '# 内部',
        '客户号,姓名,金额,日期',
        '001,张三,"1,234.00",2026-01-05',
        '',
        '002,李四,5.00,2026-01-06',
        '003,王五',
        '合计,,"1,239.00",',
        '制表人: 张三,,,',
        '共 2 条',
      ].join('\n');
      const path = await fileIn(folder, 'list.csv', text);
      expect(await textTable(workspace, path)).toEqual({
        header: ['客户号', '姓名', '金额', '日期'],
        rows: [
          ['001', '张三', '1,234.00', '2026-01-05'],
          ['002', '李四', '5.00', '2026-01-06'],
        ],
        leftOut: 1,
      });
      const { accounting, quarantined } = await describeFile(workspace, path, {}, {});
      expect(quarantined).toEqual([{ line: 8, reason: 'missingColumns', column: null }]);
      expect(accounting).toEqual({
        ...{ records: 11, header: 1, preamble: 2, comments: 1, blank: 1, totals: 3, loaded: 2, quarantined: 1 },
      });
    }));

  test('what begins with the word of a footer, but has the cells of a row, is a row', () =>
    withWorkspace(async (workspace, { folder }) => {
      const log =
        '操作,客户,时间,备注1,备注2,备注3\n登录,C1,2026-01-02,,,\n查询,C2,2026-01-02,,,\n审核,C3,2026-01-03,,,\n';
      expect((await tableOf(workspace, folder, log)).rows).toHaveLength(3);
      const products = '产品,说明\n理财,x\n保险,w\n生成式AI,\n导出宝,\n';
      expect((await tableOf(workspace, folder, products)).rows).toHaveLength(4);
      const lone = '操作,客户,备注\n登录,,\n转账,C2,\n查询,,\n';
      expect((await tableOf(workspace, folder, lone)).rows).toHaveLength(3);
    }));

  test('sums at the end are none, though lines of notes stand below them', () =>
    withWorkspace(async (workspace, { folder }) => {
      const clients = Array.from({ length: 20 }, (_, i) => `甲${i},1,1`);
      const notes = Array.from({ length: 9 }, (_, i) => `提示${i}`);
      const lines = [
        '姓名,余额,收入',
        '小计,0,0',
        ...clients,
        '小计,20,20',
        '合计,20,20',
        '导出时间：今天,,',
        ...notes,
      ];
      expect((await tableOf(workspace, folder, lines.join('\n'))).rows).toEqual([
        ['小计', '0', '0'],
        ...clients.map((line) => line.split(',')),
      ]);
    }));

  test('what begins with the mark of comments and is as wide as the table is a row, unless the mark was given', () =>
    withWorkspace(async (workspace, { folder }) => {
      const rows = Array.from({ length: 9 }, (_, i) => `${i},a`);
      const text = ['# x', 'id,txt', ...rows, '#11,b', '# note', '12,c', '#13,"d, e"'].join('\n');
      const path = await fileIn(folder, 'marked.csv', text);
      const { rows: read, leftOut } = await textTable(workspace, path);
      expect(read.slice(9)).toEqual([
        ['#11', 'b'],
        ['12', 'c'],
        ['#13', 'd, e'],
      ]);
      expect(leftOut).toBe(0);
      const { accounting } = await describeFile(workspace, path, {}, {});
      expect(accounting).toMatchObject({ comments: 2, loaded: 12, quarantined: 0 });
      expect((await textTable(workspace, path, { comment: '#' })).rows).toHaveLength(10);
    }));

  test('a header of two rows has one name for each column', () =>
    withWorkspace(async (workspace, { folder }) => {
      const text = '客户,,交易,\n编号,姓名,金额,日期\n1,张三,5.5,2026-01-05\n2,李四,6.5,2026-01-06\n';
      expect(await tableOf(workspace, folder, text)).toMatchObject({
        header: ['客户_编号', '客户_姓名', '交易_金额', '交易_日期'],
        rows: [
          ['1', '张三', '5.5', '2026-01-05'],
          ['2', '李四', '6.5', '2026-01-06'],
        ],
      });
    }));

  test('a backslash before quotes, quotes that nobody doubled, and one that is never closed', () =>
    withWorkspace(async (workspace, { folder }) => {
      const escaped = await tableOf(workspace, folder, 'a,b\n1,"x \\"y\\", z"\n2,"w\\\\"\n');
      expect(escaped.rows).toEqual([
        ['1', 'x "y", z'],
        ['2', 'w\\'],
      ]);
      const loose = await tableOf(workspace, folder, 'a,b\n1,"x "y" z"\n2,"w"\n3,"open\n4,v\n');
      expect(loose).toMatchObject({
        leftOut: 1,
        rows: [
          ['1', 'x "y" z'],
          ['2', 'w'],
          ['4', 'v'],
        ],
      });
    }));

  test('fixed width, with Chinese names two places wide', () =>
    withWorkspace(async (workspace, { folder }) => {
      const pad = (text: string, places: number) => text + ' '.repeat(places - iconv.encode(text, 'gbk').length);
      const line = (...[id = '', name = '', amount = '']: string[]) => pad(id, 8) + pad(name, 10) + amount.padStart(8);
      const lines = [
        line('客户号', '姓名', 'amount'),
        line('0001', '张三', '5.50'),
        line('0002', '欧阳小明', '1250.00'),
      ];
      const text = [...lines, line('0003', 'Li Si', '7.00')].join('\r\n');
      const { header, rows } = await tableOf(workspace, folder, iconv.encode(text, 'gbk'));
      expect(header).toEqual(['客户号', '姓名', 'amount']);
      expect(rows).toEqual([
        ['0001', '张三', '5.50'],
        ['0002', '欧阳小明', '1250.00'],
        ['0003', 'Li Si', '7.00'],
      ]);
    }));
});

describe.skipIf(sharedData === null)(`known tables${whySkipped}`, () => {
  test('csv_spectrum', () =>
    withWorkspace(async (workspace) => {
      const names = readdirSync(under('messy', 'csv_spectrum', 'csvs')).map((name) => name.replace('.csv', ''));
      expect(names).toHaveLength(11);
      for (const name of names) {
        const json = await readFile(under('messy', 'csv_spectrum', 'json', `${name}.json`), 'utf8');
        const { header, rows } = await textTable(workspace, under('messy', 'csv_spectrum', 'csvs', `${name}.csv`));
        const objects = rows.map((row) => Object.fromEntries(row.map((value, i) => [header[i], value])));
        // The copy of newlines_crlf.csv here has lost its CRs.
        const expected = z.array(z.record(z.string(), z.string())).parse(JSON.parse(json.replaceAll('\\r\\n', '\\n')));
        expect(objects, name).toEqual(expected);
      }
    }));

  test('CDNOW, whose columns have a fixed width', () =>
    withWorkspace(async (workspace) => {
      const path = under('cdnow', 'CDNOW_master.txt.gz');
      const lines = gunzipSync(await readFile(path))
        .toString('latin1')
        .trimEnd()
        .split('\r\n');
      const { header, rows } = await textTable(workspace, path);
      const words = lines.map((line) => line.trim().split(/ +/));
      expect(rows).toHaveLength(69_659);
      expect([header, ...rows]).toEqual(words);
      const { accounting } = await describeFile(workspace, path, {}, {});
      expect(accounting).toMatchObject({ records: 69_660, header: 1, loaded: 69_659, quarantined: 0 });
    }));

  test('the UCI bank in other encodings', () =>
    withWorkspace(async (workspace, { folder }) => {
      const whole = await readFile(under('uci_bank_marketing', 'bank-full.csv'), 'utf8');
      const text = isFull ? whole : `${whole.split('\n', quickLines).join('\n')}\n`;
      const expected = text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(';').map((cell) => cell.replaceAll('"', '')));
      const chinese = text.replaceAll('"married"', '"已婚客戶"').replaceAll('"single"', '"單身"');
      const encodings = ['gb18030', 'big5', 'utf-16le', 'utf-16be', 'shift_jis'] as const;
      for (const encoding of encodings) {
        const written = encoding === 'shift_jis' ? text.replaceAll('"married"', '"既婚の人"') : chinese;
        const path = await fileIn(folder, `${encoding}.csv`, iconv.encode(written, encoding, { addBOM: false }));
        const { header, rows } = await textTable(workspace, path);
        const { encoding: found } = await describeFile(workspace, path, {}, {});
        expect(found).toBe(encoding);
        expect(
          [header, ...rows].map((row) => row.map(inLatin)),
          encoding,
        ).toEqual(expected);
      }
    }));
});

const inLatin = (value: string | null) =>
  ({ 已婚客戶: 'married', 單身: 'single', 既婚の人: 'married' })[value ?? ''] ?? value;

describe.skipIf(sharedData === null)(`messy files${whySkipped}`, () => {
  test.for(['csvkit_examples', 'duckdb_csv'])(
    'every record of every file of %s is accounted for',
    { timeout: 240_000 },
    (name) =>
      withWorkspace(async (workspace) => {
        const files = readdirSync(under('messy', name), { recursive: true, encoding: 'utf8' });
        const texts = files.filter((each) => /\.(csv|tsv|txt)(\.gz)?$/.test(each));
        for (const file of sampled(texts, 5)) {
          const path = under('messy', name, file);
          const found = await describeFile(workspace, path, {}, {}).catch((thrown: unknown) => String(thrown));
          if (typeof found === 'string') {
            expect(found, file).toMatch(/holds no data|is empty|no text/i);
            continue;
          }
          if (found.accounting === null) continue;
          const { records, ...parts } = found.accounting;
          expect(
            Object.values(parts).reduce((sum, part) => sum + part, 0),
            file,
          ).toBe(records);
          const table = await textTable(workspace, path);
          const broken = found.quarantined.filter(({ reason }) => reason !== 'cast').length;
          expect(table.leftOut, file).toBe(broken);
          expect(table.rows.length + table.leftOut, file).toBe(found.rowsLoaded + found.rowsQuarantined);
        }
      }),
  );
});
