import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '#engine/intake/index.ts';
import { literal, sql } from '#engine/warehouse/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn, rowsOf } from './support.ts';

const rows = 600_000;

describe('a file of many pieces', () => {
  test('is copied and hashed as it is, and told by about how many distinct values it has', () =>
    withWorkspace(async (workspace) => {
      const path = join(workspace.warehouse.files, 'many.csv');
      await workspace.warehouse.run(
        sql`COPY (SELECT i AS id, i % 100 AS branch, i // 2 AS pair, 'P' || (hash(i) % 1000) AS product, i % 2 = 0 AS online
            FROM range(${rows}) r(i)) TO ${literal(path)} (HEADER)`,
      );
      const content = await readFile(path);
      const { fields, sha256, rows: loaded } = await load(workspace, path, 'many', {}, {});
      expect(loaded).toBe(rows);
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
      const distinct = new Map(fields.map(({ name, approximateDistinct }) => [name, approximateDistinct]));
      const about = (name: string, truth: number, tolerance: number) => {
        expect(Math.abs((distinct.get(name) ?? 0) / truth - 1), name).toBeLessThan(tolerance);
      };
      about('id', rows, 0.02);
      about('branch', 100, 0.1);
      // Two of each: what DuckDB has noted would be a fifth too many.
      about('pair', rows / 2, 0.15);
      about('product', 1000, 0.15);
      expect(distinct.get('online')).toBe(2);
    }));

  test('with a NUL byte beyond the first piece is read without it, and that is said', () =>
    withWorkspace(async (workspace, { folder }) => {
      const line = 'some text that fills a piece of the file,1\n';
      const before = Math.ceil((3 << 20) / line.length);
      const path = await fileIn(folder, 'nul.csv', `name,number\n${line.repeat(before)}a\0b,2\n${line}`);
      const dataset = await load(workspace, path, 'nul', {}, {});
      expect(dataset).toMatchObject({ rows: before + 2, quarantined: 0 });
      expect(dataset.remarks).toEqual([{ kind: 'nulBytes', count: 1, atLeast: false, names: [] }]);
      expect((await rowsOf(workspace, dataset)).at(-2)).toEqual({ name: 'ab', number: '2' });
    }));
});
