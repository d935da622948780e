import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { convertFile, describeFile, inspect, load } from '#engine/intake/index.ts';
import { previewSchema } from '#shared/intake/index.ts';
import { auditIn } from '#test/support/audit.ts';
import { type TestWorkspace, withWorkspace } from '#test/support/workspace.ts';
import { zipOf } from '#test/support/zip.ts';
import { expectNothingBut, failureOf, fileIn, quarantineOf, rowsOf } from './support.ts';

const january = '编号,金额,日期\n001,10,2024-01-05\n002,20,2024-01-06\n';
const february =
  '日期,编号,金额,渠道\n2024-02-01,003,1.5,网银\n2024-02-02,004,坏,柜台\n2024-02-03,005\n2024-02-04,006,7,柜台\n';
const march = '编号,日期\n007,2024-03-01\n';

async function folderOf({ folder }: TestWorkspace, files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const path = join(folder, '月报');
  await mkdir(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) await fileIn(path, name, content);
  return path;
}

const months = {
  '10月.csv': march,
  '1月.csv': january,
  '2月.csv': iconv.encode(february, 'gb18030'),
  '说明.txt': '这不是表格，只是几句话。\n',
  '空.csv': '',
  '.DS_Store': 'x',
  '~$1月.xlsx': 'x',
};

describe('a folder', () => {
  test('becomes one table: columns by name, types that hold all, the source kept, what does not fit named', () =>
    withWorkspace(async (workspace, at) => {
      const path = await folderOf(at, months);
      const preview = await inspect(workspace, path, {}, {});
      expect(previewSchema.parse(preview)).toEqual(preview);
      expect(preview).toMatchObject({ file: '月报', suggestedName: '月报', together: true, entries: [] });
      expect(preview.columns.map(({ column, type }) => `${column}:${type}`)).toEqual([
        ...['编号:text', '金额:text', '日期:date', '渠道:text', '来源文件:text'],
      ]);
      const said = [
        ['joinedFiles', ['1月.csv', '2月.csv', '10月.csv']],
        ['leftOut', ['空.csv', '说明.txt']],
        ['missingColumns', ['10月.csv: 金额']],
        ['extraColumns', ['渠道 (2月.csv)']],
        ['mixedTypes', ['金额']],
      ];
      expect(preview.remarks.map(({ kind, names }) => [kind, names])).toEqual(said);
      const dataset = await load(workspace, path, '月报', {}, {});
      expect(dataset.remarks).toEqual(preview.remarks);
      expect(dataset).toMatchObject({ rows: 6, quarantined: 1, file: '月报' });
      const records = { header: 1, preamble: 0, comments: 0, blank: 0, totals: 0 };
      expect(dataset.parts).toMatchObject([
        { file: '1月.csv', rows: 2, quarantined: 0, accounting: { records: 3, ...records, loaded: 2, quarantined: 0 } },
        { file: '2月.csv', rows: 3, quarantined: 1, accounting: { records: 5, ...records, loaded: 3, quarantined: 1 } },
        {
          file: '10月.csv',
          rows: 1,
          quarantined: 0,
          accounting: { records: 2, ...records, loaded: 1, quarantined: 0 },
        },
      ]);
      expect(dataset.accounting).toEqual({ ...records, records: 10, header: 3, loaded: 6, quarantined: 1 });
      expect((await rowsOf(workspace, dataset)).map((row) => Object.values(row))).toEqual([
        ['001', '10', '2024-01-05', null, '1月.csv'],
        ['002', '20', '2024-01-06', null, '1月.csv'],
        ['003', '1.5', '2024-02-01', '网银', '2月.csv'],
        ['004', '坏', '2024-02-02', '柜台', '2月.csv'],
        ['006', '7', '2024-02-04', '柜台', '2月.csv'],
        ['007', null, '2024-03-01', null, '10月.csv'],
      ]);
      expect(await quarantineOf(workspace, dataset)).toMatchObject([{ line: 4, reason: 'missingColumns' }]);
      await expectNothingBut(workspace, [dataset]);
    }));

  test('a chosen type holds for all files, and rows that do not fit are kept aside', () =>
    withWorkspace(async (workspace, at) => {
      const path = await folderOf(at, months);
      const columns = [
        { column: '金额', type: 'number' as const, name: '元' },
        { column: '渠道', skip: true },
      ];
      const dataset = await load(workspace, path, '月报', { columns }, {});
      expect(dataset.fields.map(({ name, type }) => `${name}:${type}`)).toEqual([
        ...['编号:text', '元:number', '日期:date', '来源文件:text'],
      ]);
      expect(dataset).toMatchObject({ rows: 5, quarantined: 2 });
    }));

  test('a type that shows itself only where no sample is taken is the same for all', () =>
    withWorkspace(async (workspace, at) => {
      // The bad ones lie between the head, of one megabyte, and the middle that are looked at.
      const rows = Array.from({ length: 40_000 }, (_, i) => {
        return `${i},${i >= 16_500 && i < 18_500 ? 'x' : ''}${i}.50,${'f'.repeat(60)}\n`;
      });
      const path = await folderOf(at, { 'a.csv': 'k,v,f\n1,1.50,g\n', 'b.csv': `k,v,f\n${rows.join('')}` });
      expect((await inspect(workspace, path, {}, {})).columns[1]?.type).toBe('number');
      const dataset = await load(workspace, path, 'all', {}, {});
      expect(dataset.fields[1]).toMatchObject({ name: 'v', type: 'text' });
      expect((await rowsOf(workspace, dataset))[0]).toEqual({ k: '1', v: '1.50', f: 'g', 来源文件: 'a.csv' });
      expect(dataset).toMatchObject({ rows: 40_001, quarantined: 0 });
      await expectNothingBut(workspace, [dataset]);
    }));

  test('a file with a header only is one without rows; a column of the same name as the source keeps its own', () =>
    withWorkspace(async (workspace, at) => {
      const path = await folderOf(at, { 'a.csv': '编号,来源文件\n', 'b.csv': '编号,来源文件\n1,x\n' });
      const dataset = await load(workspace, path, 'all', {}, {});
      expect(dataset.parts).toMatchObject([
        { file: 'a.csv', rows: 0, quarantined: 0 },
        { file: 'b.csv', rows: 1, quarantined: 0 },
      ]);
      expect(await rowsOf(workspace, dataset)).toEqual([{ 编号: '1', 来源文件: 'x', 来源文件_2: 'b.csv' }]);
    }));

  test('without a file, or with files that share nothing, is refused without a trace', () =>
    withWorkspace(async (workspace, at) => {
      const empty = await folderOf(at, {});
      expect((await failureOf(load(workspace, empty, 'a', {}, {}))).messageId).toBe('archiveEmpty');
      const path = await folderOf(at, { 'a.csv': 'a,b\n1,2\n', 'b.csv': 'c,d\n1,2\n' });
      expect((await failureOf(load(workspace, path, 'a', {}, {}))).messageId).toBe('togetherNothingFits');
      await expectNothingBut(workspace, []);
    }));

  test('is given up half-way without a trace', () =>
    withWorkspace(async (workspace, at) => {
      const path = await folderOf(at, { 'a.csv': january, 'b.csv': february, 'c.csv': march });
      const abort = new AbortController();
      const progress = ({ stage, share }: { stage: string; share: number | null }) => {
        if (stage === 'loading' && (share ?? 0) > 0.5) abort.abort();
      };
      expect((await failureOf(load(workspace, path, 'a', {}, { signal: abort.signal, progress }))).code).toBe(
        'cancelled',
      );
      await expectNothingBut(workspace, []);
    }));

  test('secrets are found in each file', () =>
    withWorkspace(async (workspace, at) => {
      const path = await folderOf(at, { 'a.csv': 'id,密码\n1,hunter2x\n', 'b.csv': 'id,密码\n2,s3cretzz\n' });
      expect((await failureOf(load(workspace, path, 'a', {}, {}, 'refuse'))).messageId).toBe('secretsUnconfirmed');
      const dataset = await load(workspace, path, 'a', {}, {});
      expect(await rowsOf(workspace, dataset)).toEqual([
        { id: '1', 来源文件: 'a.csv' },
        { id: '2', 来源文件: 'b.csv' },
      ]);
    }));
});

test('a column that the analyst says is no secret is loaded, with the reason in the log', () =>
  withWorkspace(async (workspace, at) => {
    const path = await folderOf(at, { 'a.csv': 'id,password\n1,abcdef1\n', 'b.csv': 'id,password\n2,abcdef2\n' });
    const columns = [{ column: 'password', skip: false, reason: '只是编号' }];
    const dataset = await load(workspace, path, 'a', { columns }, {}, 'refuse');
    expect((await rowsOf(workspace, dataset)).map(({ password }) => password)).toEqual(['abcdef1', 'abcdef2']);
    expect(auditIn(workspace, 'sensitivity')).toMatchObject([{ facts: { field: 'password', reason: '只是编号' } }]);
    await expectNothingBut(workspace, [dataset]);
  }));

describe('headless', () => {
  test('a folder is described and converted like a file', () =>
    withWorkspace(async (workspace, at) => {
      const path = await folderOf(at, months);
      const said = await describeFile(workspace, path, {}, {});
      expect(said).toMatchObject({ file: '月报', rowsLoaded: 6, rowsQuarantined: 1, accounting: { records: 10 } });
      expect(said.parts?.map(({ file }) => file)).toEqual(['1月.csv', '2月.csv', '10月.csv']);
      expect(said.remarks.find(({ kind }) => kind === 'leftOut')?.names).toEqual(['空.csv', '说明.txt']);
      const rows: (readonly (string | null)[])[] = [];
      const left = await convertFile(
        workspace,
        { place: path, options: {}, asItStands: true },
        {},
        async (some) => void rows.push(...some),
      );
      expect(left).toBe(1);
      expect(rows[0]).toEqual(['编号', '金额', '日期', '渠道', '来源文件']);
      expect(rows).toHaveLength(7);
      await expectNothingBut(workspace, []);
    }));

  test('one file of a zip, as it stands', () =>
    withWorkspace(async (workspace, at) => {
      const path = await fileIn(at.folder, 'a.zip', zipOf({ 'a.csv': '编号,额\n007,1.50\n', 'b.csv': 'x\n1\n' }));
      const rows: (readonly (string | null)[])[] = [];
      await convertFile(
        workspace,
        { place: path, options: { entry: 'a.csv' }, asItStands: true },
        {},
        async (some) => void rows.push(...some),
      );
      expect(rows).toEqual([
        ['编号', '额'],
        ['007', '1.50'],
      ]);
      expect((await describeFile(workspace, path, {}, {})).file).toBe('a.zip');
    }));
});

describe('several files', () => {
  test('of different formats become one table', () =>
    withWorkspace(async (workspace, at) => {
      const csv = await fileIn(at.folder, 'a.csv', january);
      const json = await fileIn(at.folder, 'b.json', '[{"编号":"008","金额":3,"日期":"2024-04-01"}]');
      const dataset = await load(workspace, [csv, json], 'all', {}, {});
      expect(dataset.file).toBe('a.csv + 1');
      expect((await rowsOf(workspace, dataset)).map((row) => Object.values(row))).toEqual([
        ['001', '10', '2024-01-05', 'a.csv'],
        ['002', '20', '2024-01-06', 'a.csv'],
        ['008', '3', '2024-04-01', 'b.json'],
      ]);
      expect(dataset.fields[1]?.type).toBe('integer');
    }));
});

describe('zip', () => {
  const content = () =>
    zipOf({
      '一月/': '',
      '二月.csv': iconv.encode(february, 'gb18030'),
      '一月.csv': january,
      '__MACOSX/._一月.csv': 'x',
    });

  test('its first file, the one that is asked for, or all as one table', () =>
    withWorkspace(async (workspace, at) => {
      const path = await fileIn(at.folder, '月报.zip', content());
      const preview = await inspect(workspace, path, {}, {});
      expect(preview).toMatchObject({
        entry: '二月.csv',
        entries: ['二月.csv', '一月.csv'],
        together: false,
        encoding: 'gb18030',
      });
      const one = await load(workspace, path, 'one', { entry: '一月.csv' }, {});
      expect(one).toMatchObject({ rows: 2, file: '月报.zip', options: { entry: '一月.csv', format: 'delimited' } });
      expect(one.bytes).toBe(content().length);
      const all = await load(workspace, path, 'all', { together: true }, {});
      expect(all).toMatchObject({ rows: 5, quarantined: 1, options: { together: true } });
      expect((await failureOf(load(workspace, path, 'x', { entry: '三月.csv' }, {}))).messageId).toBe('entryMissing');
      await expectNothingBut(workspace, [one, all]);
    }));

  test('one that is cut off, locked, empty or lies about its size is told', () =>
    withWorkspace(async (workspace, at) => {
      const whole = content();
      const directory = whole.indexOf(Buffer.from('PK\u0001\u0002'));
      const locked = Buffer.from(whole);
      locked[whole.indexOf('二月.csv', directory) - 38] = 9;
      const lying = Buffer.from(whole);
      lying.writeUInt32LE(10, whole.indexOf('一月.csv', directory + 1) - 22);
      const messages = [];
      for (const [i, bytes] of [whole.subarray(0, -30), locked, zipOf({ 'a/': '' }), zipOf({})].entries())
        messages.push(
          (await failureOf(load(workspace, await fileIn(at.folder, `${i}.zip`, bytes), 'a', {}, {}))).messageId,
        );
      expect(messages).toEqual(['fileTruncated', 'archiveEncrypted', 'archiveEmpty', 'fileTruncated']);
      const path = await fileIn(at.folder, 'lying.zip', lying);
      expect((await failureOf(load(workspace, path, 'a', { entry: '一月.csv' }, {}))).messageId).toBe('fileTruncated');
      await expectNothingBut(workspace, []);
    }));

  test('names that differ only by case are two files', () =>
    withWorkspace(async (workspace, at) => {
      const path = await fileIn(at.folder, 'case.zip', zipOf({ 'A.csv': 'x,y\n1,2\n', 'a.csv': 'x,y\n3,4\n5,6\n' }));
      expect((await inspect(workspace, path, {}, {})).entries?.toSorted()).toEqual(['A.csv', 'a.csv']);
      expect((await load(workspace, path, 'one', { entry: 'A.csv' }, {})).rows).toBe(1);
      expect((await load(workspace, path, 'all', { together: true }, {})).rows).toBe(3);
    }));

  test('a damaged entry of the directory loses no file without a word, and a changed byte is noticed', () =>
    withWorkspace(async (workspace, at) => {
      const files = { 'a.csv': 'x,y\n1,2\n', 'b.csv': 'x,y\n3,4\n', 'c.csv': 'x,y\n5,6\n' };
      const lost = zipOf(files);
      lost[lost.lastIndexOf('c.csv') - 46] = 0;
      const changed = zipOf(files);
      const last = changed.lastIndexOf('b.csv') - 46 + 16;
      changed[last] = (changed[last] ?? 0) ^ 1;
      for (const [i, bytes] of [lost, changed].entries()) {
        const path = await fileIn(at.folder, `damaged${i}.zip`, bytes);
        const failure = await failureOf(load(workspace, path, 'x', { entry: 'b.csv' }, {}));
        expect(failure).toMatchObject({ code: 'corrupt', messageId: 'fileTruncated' });
      }
      await expectNothingBut(workspace, []);
    }));

  test('names that Windows wrote in GBK', () =>
    withWorkspace(async (workspace, at) => {
      const bytes = content();
      const utf8 = Buffer.from('一月.csv');
      const gbk = zipOf({ 'xxxx.csv': january });
      const name = iconv.encode('一月', 'gb18030');
      for (let place = gbk.indexOf('xxxx'); place >= 0; place = gbk.indexOf('xxxx', place + 1)) {
        name.copy(gbk, place);
        // Without the flag of UTF-8, in the header and in the directory.
        for (const head of [place - 30 + 7, place - 46 + 9]) if (gbk[head] === 8) gbk[head] = 0;
      }
      expect(bytes.includes(utf8)).toBe(true);
      const preview = await inspect(workspace, await fileIn(at.folder, 'a.zip', gbk), {}, {});
      expect(preview.entries).toEqual(['一月.csv']);
    }));
});
