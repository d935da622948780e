import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inspect, load } from '#engine/intake/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, failureOf, fileIn, loadContent, rowsOf } from './support.ts';

const before = 40_000;
const after = 20_000;

/** A file that is ASCII wherever it is sampled: at its head, in its middle and at its end. */
function asciiBut(line: Buffer, ascii = 'plain ASCII, as in most exports'): Buffer {
  const rows = (count: number) => Buffer.from(`1,"${ascii}"\n`.repeat(count));
  return Buffer.concat([Buffer.from('id,name\n'), rows(before), line, rows(after)]);
}

const chinese = iconv.encode('2,"张三，北京分行"\n', 'gb18030');
const name = '张三，北京分行';

describe('an encoding that was told by nothing but ASCII', () => {
  test.for([
    { how: 'one row in a text', content: asciiBut(chinese) },
    { how: 'one row in gzip', content: gzipSync(asciiBut(chinese)) },
    { how: 'many rows', content: asciiBut(Buffer.concat(Array.from({ length: 3000 }, () => chinese))) },
  ])('is corrected to GB18030 when the rest is: $how', async ({ content }) => {
    const { dataset, rows, quarantine } = await loadContent('a.csv', content);
    expect(quarantine).toEqual([]);
    expect(dataset.options.encoding).toBe('gb18030');
    expect(rows[before]).toEqual({ id: '2', name });
    expect(rows.at(-1)).toEqual({ id: '1', name: 'plain ASCII, as in most exports' });
  });

  test('stays UTF-8 when that is what follows, and when a damaged row is neither', async () => {
    const utf8 = await loadContent('a.csv', asciiBut(Buffer.from(`2,"${name}"\n`)));
    expect(utf8.dataset.options.encoding).toBe('utf-8');
    expect(utf8.rows[before]).toEqual({ id: '2', name });

    const damaged = asciiBut(Buffer.concat([Buffer.from('2,"'), Buffer.from([0xff, 0xff, 0x41]), Buffer.from('"\n')]));
    const { dataset, quarantine } = await loadContent('a.csv', damaged);
    expect(dataset).toMatchObject({ rows: before + after, quarantined: 1, options: { encoding: 'utf-8' } });
    expect(quarantine).toMatchObject([{ line: before + 2, reason: 'invalidEncoding' }]);
  });

  test('is not corrected to GB18030 by bytes that only begin as such', async () => {
    const mixed = asciiBut(Buffer.concat([chinese, Buffer.from('3,"'), Buffer.from([0xff, 0xff]), Buffer.from('"\n')]));
    const { dataset, quarantine } = await loadContent('a.csv', mixed);
    expect(dataset.options.encoding).toBe('utf-8');
    expect(quarantine.map(({ line }) => line)).toEqual([before + 2, before + 3]);
  });

  test('is not taken for GB18030 where accents stand between ASCII letters', async () => {
    const western = asciiBut(iconv.encode('2,"José, Málaga"\n', 'windows-1252'));
    const { dataset, quarantine } = await loadContent('a.csv', western);
    expect(dataset.options.encoding).toBe('utf-8');
    expect(quarantine).toHaveLength(1);
  });

  test('is not corrected where the user chose it, nor where UTF-8 was seen', () =>
    withWorkspace(async (workspace, { folder }) => {
      const many = Buffer.concat(Array.from({ length: 3000 }, () => chinese));
      const ascii = await fileIn(folder, 'ascii.csv', asciiBut(many));
      const refused = { messageId: 'fileBadEncoding', params: { encoding: 'UTF-8', line: before + 2 } };
      expect(await failureOf(load(workspace, ascii, 'a', { encoding: 'utf-8' }, {}))).toMatchObject(refused);
      const seen = await fileIn(folder, 'seen.csv', asciiBut(many, 'what is seen is plainly UTF-8: 中文'));
      expect(await failureOf(load(workspace, seen, 'a', {}, {}))).toMatchObject(refused);
      await expectNothingBut(workspace, []);

      const dataset = await load(workspace, ascii, 'a', {}, {});
      expect(await rowsOf(workspace, dataset)).toHaveLength(before + 3000 + after);
      await expectNothingBut(workspace, [dataset]);
    }));
});

test('a look at a file says that there is nothing below its header, and only then', () =>
  withWorkspace(async (workspace, { folder }) => {
    const look = async (file: string, content: string) =>
      (await inspect(workspace, await fileIn(folder, file, content), {}, {})).noRows;
    expect(await look('header.csv', 'id,name\n')).toBe(true);
    expect(await look('row.csv', 'id,name\n1,a\n')).toBe(false);
    // One row that does not end within what is looked at.
    expect(await look('long.csv', `id,name\n1,${'a'.repeat(1_500_000)}\n`)).toBe(false);
  }));
