import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { inspect, load } from '#engine/intake/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { locales, type MessageId } from '#shared/errors/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, failureOf, fileIn, quarantineOf } from './support.ts';

const table = 'id,name\n1,a\n2,b\n';
const long = `id,name\n${Array.from({ length: 20_000 }, (_, i) => `${i},name ${i}`).join('\n')}\n`;

async function workbook(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Sheet1').addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

interface Case {
  name: string;
  content: string | Buffer | (() => Promise<Buffer>);
  message: MessageId;
  params?: Record<string, string | number>;
}

const cases: readonly Case[] = [
  { name: 'empty.csv', content: '', message: 'fileEmpty' },
  { name: 'blank.csv', content: '\n\n  \n', message: 'fileEmpty' },
  { name: 'bom.csv', content: '\uFEFF', message: 'fileEmpty', params: { file: 'bom.csv' } },
  { name: 'none.json', content: '[]', message: 'jsonNoList' },
  { name: 'header.csv', content: 'id,name\n', message: 'fileHeaderOnly' },
  { name: 'header no end.csv', content: 'id,name', message: 'fileHeaderOnly' },
  {
    name: 'cut.csv.gz',
    content: gzipSync(long).subarray(0, 20_000),
    message: 'fileTruncated',
    params: { format: 'gzip' },
  },
  { name: 'cut head.csv.gz', content: gzipSync(long).subarray(0, 15), message: 'fileTruncated' },
  {
    name: 'bad.csv.gz',
    content: Buffer.concat([gzipSync(long).subarray(0, 9000), gzipSync(table)]),
    message: 'fileTruncated',
  },
  {
    name: 'cut.xlsx',
    content: async () => (await workbook([['a'], [1]])).subarray(0, 3000),
    message: 'fileTruncated',
    params: { format: 'XLSX' },
  },
  { name: 'header.xlsx', content: () => workbook([['id', 'name']]), message: 'fileHeaderOnly' },
  { name: 'blank.xlsx', content: () => workbook([]), message: 'sheetEmpty', params: { sheet: 'Sheet1' } },
  { name: 'text.xlsx', content: Buffer.from([0, 1, 2, 3]), message: 'fileTruncated' },
  {
    name: 'cut.parquet',
    content: Buffer.from('PAR1 and nothing else'),
    message: 'fileTruncated',
    params: { format: 'Parquet' },
  },
  { name: 'old.xls', content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), message: 'fileTruncated' },
  { name: 'all bad.csv', content: 'id,name\n1\n2\n', message: 'fileNoUsableRows', params: { rejected: 2, line: 2 } },
  { name: 'all bad.jsonl', content: '{"a":\n{"b"\n', message: 'fileNoUsableRows', params: { rejected: 2, line: 1 } },
  {
    name: 'wide.csv',
    content: `${Array.from({ length: 10_001 }, (_, i) => `c${i}`).join()}\n`,
    message: 'fileTooWide',
    params: { columns: 10_001 },
  },
];

describe('bad input', () => {
  test.for(cases)('$name: $message', ({ name, content, message, params }) =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, name, typeof content === 'function' ? await content() : content);
      const failure = await failureOf(load(workspace, path, 'data', {}, {}));
      expect(failure).toMatchObject({ messageId: message, params: { file: name, ...params } });
      for (const locale of locales) expect(failure.sentence(locale)).not.toMatch(/\{\w*\}/);
      await expectNothingBut(workspace, []);
    }),
  );

  test('a quote left open takes its line with it, and not the rest of the file', () =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, 'open quote.csv', `${table}3,"open\n${'4,d\n'.repeat(800_000)}`);
      const dataset = await load(workspace, path, 'data', {}, {});
      expect(dataset).toMatchObject({ rows: 800_002, quarantined: 1 });
      expect(await quarantineOf(workspace, dataset)).toMatchObject([{ line: 4, reason: 'unquotedValue' }]);
    }));

  test('a line longer than any is kept aside', () =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, 'long line.csv', `${table}3,${'x'.repeat(2_500_000)}\n4,d\n`);
      const dataset = await load(workspace, path, 'data', {}, {});
      expect(dataset).toMatchObject({ rows: 3, quarantined: 1 });
      expect(await quarantineOf(workspace, dataset)).toMatchObject([{ line: 4, reason: 'lineTooLong' }]);
    }));

  test('a folder, a missing file, one without permission', () =>
    withWorkspace(async (workspace, { folder }) => {
      await mkdir(join(folder, 'folder.csv'));
      const at = (name: string) => failureOf(load(workspace, join(folder, name), 'data', {}, {}));
      expect(await at('folder.csv')).toMatchObject({ messageId: 'archiveEmpty', params: { file: 'folder.csv' } });
      expect(await at('gone.csv')).toMatchObject({ messageId: 'fileMissing', code: 'notFound' });
      await fileIn(folder, 'locked.csv', table);
      await chmod(join(folder, 'locked.csv'), 0o000);
      // Root may read everything: then there is nothing to see here.
      if (process.getuid?.() !== 0) expect(await at('locked.csv')).toMatchObject({ messageId: 'fileNotReadable' });
      await expectNothingBut(workspace, []);
    }));

  test('a file that changes while it is read', () =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, 'growing.csv', 'id,name\n'.padEnd(3_000_000, '1,abc\n'));
      const writes: Promise<void>[] = [];
      const progress = () => void (writes.length === 0 && writes.push(writeFile(path, '9,z\n', { flag: 'a' })));
      const failure = await failureOf(load(workspace, path, 'data', {}, { progress }));
      await Promise.all(writes);
      expect(failure.messageId).toBe('fileChanged');
      await expectNothingBut(workspace, []);
    }));

  test('a parquet file that is cut in the middle', () =>
    withWorkspace(async (workspace, { folder }) => {
      const whole = join(workspace.warehouse.files, 'whole.parquet');
      await workspace.warehouse.run(
        sql`COPY (SELECT range AS n, md5(range::VARCHAR) AS text FROM range(100000)) TO ${whole}`,
      );
      const bytes = await readFile(whole);
      await rm(whole);
      const path = await fileIn(folder, 'cut.parquet', bytes.subarray(0, bytes.length / 2));
      const broken = { messageId: 'fileTruncated', params: { format: 'Parquet' } };
      expect(await failureOf(load(workspace, path, 'data', {}, {}))).toMatchObject(broken);
      expect(await failureOf(inspect(workspace, path, {}, {}))).toMatchObject(broken);
      await expectNothingBut(workspace, []);
    }));

  test('a name that is taken', () =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, 'a.csv', table);
      const dataset = await load(workspace, path, 'data', {}, {});
      expect(await failureOf(load(workspace, path, 'data', {}, {}))).toMatchObject({ messageId: 'datasetExists' });
      await expectNothingBut(workspace, [dataset]);
    }));

  test('settings for a column or a sheet that is not there', () =>
    withWorkspace(async (workspace, { folder }) => {
      const csv = await fileIn(folder, 'a.csv', table);
      const xlsx = await fileIn(folder, 'a.xlsx', await workbook([['a'], [1]]));
      const columns = [{ column: 'nope' }];
      expect(await failureOf(load(workspace, csv, 'a', { columns }, {}))).toMatchObject({
        messageId: 'columnOptionUnknown',
      });
      expect(await failureOf(load(workspace, xlsx, 'a', { sheet: 'nope' }, {}))).toMatchObject({
        messageId: 'sheetMissing',
      });
      await expectNothingBut(workspace, []);
    }));

  test('invalid bytes in a chosen encoding, with their line', () =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(
        folder,
        'a.csv',
        Buffer.concat([Buffer.from(table), Buffer.from([0x33, 0x2c, 0xff, 0x0a])]),
      );
      const failure = await failureOf(load(workspace, path, 'data', { encoding: 'gb18030' }, {}));
      expect(failure).toMatchObject({ messageId: 'fileBadEncoding', params: { line: 4, encoding: 'GB18030' } });
      await expectNothingBut(workspace, []);
    }));
});
