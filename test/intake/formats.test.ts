import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect } from '#engine/intake/index.ts';
import { raw, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, fileIn, loadContent, loadIn } from './support.ts';

async function parquetOf(workspace: Workspace, query: string): Promise<Buffer> {
  const path = join(workspace.warehouse.files, 'made.parquet');
  await workspace.warehouse.run(sql`COPY (${raw(query)}) TO ${path}`);
  const bytes = await readFile(path);
  await rm(path);
  return bytes;
}

describe('Parquet', () => {
  test('brings its types', () =>
    withWorkspace(async (workspace, at) => {
      const bytes = await parquetOf(
        workspace,
        `SELECT 9007199254740993::BIGINT AS big, '007' AS id, 1.50::DECIMAL(10,2) AS d, DATE '2024-01-05' AS day,
           TIMESTAMP '2024-01-05 10:00:00' AS at, [1, 2] AS list, 'x'::ENUM('x', 'y') AS e, TRUE AS b`,
      );
      const { dataset, rows } = await loadIn(workspace, at, 'a.parquet', bytes);
      expect(dataset.fields.map(({ type }) => type)).toEqual([
        ...['integer', 'text', 'decimal', 'date', 'timestamp', 'text', 'text', 'boolean'],
      ]);
      expect(rows).toMatchObject([{ big: '9007199254740993', id: '007', d: '1.50', list: '[1,2]', e: 'x' }]);
      const preview = await inspect(workspace, await fileIn(at.folder, 'b.parquet', bytes), {}, {});
      expect(preview).toMatchObject({ format: 'parquet', typesFixed: true, encoding: null, suggestedName: 'b' });
      expect(preview.sample[0]?.slice(0, 2)).toEqual(['9007199254740993', '007']);
      await expectNothingBut(workspace, [dataset]);
    }));

  test('a large one is previewed by its head and its footer', () =>
    withWorkspace(async (workspace, at) => {
      const bytes = await parquetOf(
        workspace,
        `SELECT range AS n, md5(range::VARCHAR) || sha256(range::VARCHAR) AS t FROM range(600000)`,
      );
      expect(bytes.length).toBeGreaterThan(40_000_000);
      const preview = await inspect(workspace, await fileIn(at.folder, 'big.parquet', bytes), {}, {});
      expect(preview.sample.map((row) => row[0])).toEqual(Array.from({ length: 50 }, (_, i) => String(i)));
      await expectNothingBut(workspace, []);
    }));
});

describe('JSON lines', () => {
  const content = [
    '{"id":"007","n":1,"when":"2024-01-05","nested":{"a":1},"mixed":1}',
    '',
    '{"id":"008","n":9007199254740993,"mixed":"x","late":true}',
    '{"id":',
    '[1,2]',
    '"text"',
    '{"id":"009","n":null}',
  ].join('\n');

  test('good lines load, bad ones are kept aside with their line', async () => {
    const { dataset, rows, quarantine } = await loadContent('a.jsonl', content);
    expect(dataset).toMatchObject({ format: 'jsonl', rows: 3, quarantined: 3 });
    expect(rows.map(({ id, n, mixed, late }) => [id, n, mixed, late])).toEqual([
      ['007', '1', '1', null],
      ['008', '9007199254740993', 'x', 'true'],
      ['009', null, null, null],
    ]);
    expect(quarantine).toEqual([
      { line: 4, column_name: null, reason: 'notJson', text: '{"id":' },
      { line: 5, column_name: null, reason: 'notObject', text: '[1,2]' },
      { line: 6, column_name: null, reason: 'notObject', text: '"text"' },
    ]);
  });

  test('a chosen type and name', async () => {
    const columns = [{ column: 'n', name: 'number', type: 'text' as const }];
    const { dataset, rows } = await loadContent('a.jsonl', content, { columns });
    expect(dataset.fields.find(({ name }) => name === 'number')?.type).toBe('text');
    expect(rows[1]?.number).toBe('9007199254740993');
  });

  test('a preview', () =>
    withWorkspace(async (workspace, { folder }) => {
      const preview = await inspect(workspace, await fileIn(folder, 'a.jsonl', content), {}, {});
      expect(preview).toMatchObject({ format: 'jsonl', encoding: 'utf-8', header: null, typesFixed: false });
      expect(preview.columns.map(({ column, type }) => `${column}:${type}`)).toEqual([
        ...['id:text', 'n:text', 'when:date', 'nested.a:integer', 'mixed:text', 'late:boolean'],
      ]);
      expect(preview.sample).toHaveLength(3);
      await expectNothingBut(workspace, []);
    }));
});
