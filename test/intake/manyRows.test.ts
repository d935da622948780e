import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quarantineTableOf } from '#engine/datasets/index.ts';
import { load } from '#engine/intake/index.ts';
import { profile } from '#engine/intake/profile.ts';
import { identifier, literal, sql } from '#engine/warehouse/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn, rowsOf } from './support.ts';

/** From a million on, what DuckDB has noted while storing them is used. */
const rows = 1_000_000;

describe('a file of many pieces', () => {
  test('is copied and hashed as it is, and told by about how many distinct values it has', () =>
    withWorkspace(async (workspace) => {
      const path = join(workspace.warehouse.files, 'many.csv');
      await workspace.warehouse.run(
        sql`COPY (SELECT i AS id, i % 100 AS branch, i // 2 AS pair, 'P' || (hash(i) % 1000) AS product, i % 2 = 0 AS online,
              CASE WHEN i <> 777777 THEN i % 9 END AS gap
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
      expect(fields.map(({ nulls }) => nulls)).toEqual([0, 0, 0, 0, 0, 1]);
    }));

  test('is profiled by what was noted as by a look at every row', () =>
    withWorkspace(({ warehouse }) =>
      warehouse.withSession(async (session) => {
        const values = sql`SELECT i % 97 - 50 AS whole, i % 11 / 7.0::DOUBLE AS share, CASE WHEN i % 5 > 0 THEN 'nan'::DOUBLE ELSE -1.5 END AS odd,
          CASE WHEN i > 9 THEN DATE '2020-01-31' + (i % 900)::INTEGER END AS day, TIMESTAMP '1999-12-31 23:59:59.5' + to_seconds(i % 77) AS moment,
          TIME '08:00:00' + to_seconds(i % 50) AS clock, (i % 5 - 2)::DECIMAL(18, 4) AS money, i % 2 = 0 AS answer, true AS yes,
          NULL::BOOLEAN AS never, NULL::BIGINT AS none, 'P' || (i % 40) AS word, '客户' || (i % 9) AS name, 'long text ' || (i % 9) AS prose,
          'a, Max: ' || (i % 3) AS sly, '' AS blank, 'x]' AS closed, 'abcdefghij' || (i % 3) AS cut, (i % 1000)::HUGEINT AS huge, -i AS falling`;
        await session.run(sql`CREATE TABLE noted AS ${values} FROM range(${rows / 2}) r(i)`);
        await session.run(sql`INSERT INTO noted ${values} FROM range(${rows / 2}, ${rows}) r(i)`);
        const described = await session.describe(sql`SELECT * FROM noted`);
        const fields = await profile(session, sql`noted`, described, [], {});
        for (const { name, ...found } of fields) {
          const column = identifier(name);
          const [looked] =
            await session.rows(sql`SELECT (count(*) - count(${column}))::INTEGER AS nulls, min(${column})::VARCHAR AS minimum,
            max(${column})::VARCHAR AS maximum FROM noted`);
          expect({ name, ...found }).toMatchObject({ name, ...looked });
        }
        const distinct = new Map(fields.map((field) => [field.name, field.approximateDistinct]));
        expect(['answer', 'yes', 'never', 'blank'].map((name) => distinct.get(name))).toEqual([2, 1, 0, 1]);
      }),
    ));

  test('is profiled where all of it was noted', () =>
    withWorkspace(async (workspace) => {
      const path = join(workspace.warehouse.files, 'phones.csv');
      await workspace.warehouse.run(
        sql`COPY (SELECT 13800000000 + i AS "手机号" FROM range(${rows}) r(i)) TO ${literal(path)} (HEADER)`,
      );
      const [field] = (await load(workspace, path, 'phones', {}, {})).fields;
      expect(field).toMatchObject({ nulls: 0, minimum: null, maximum: null });
      expect(Math.abs((field?.approximateDistinct ?? 0) / rows - 1)).toBeLessThan(0.05);
    }));

  // The larger one is looked through by a thread of its own.
  test.each([3, 9])('with a NUL byte %i MB behind its beginning is read without it, and that is said', (megabytes) =>
    withWorkspace(async (workspace, { folder }) => {
      const line = 'some text that fills a piece of the file,1\n';
      const before = Math.ceil((megabytes << 20) / line.length);
      const path = await fileIn(folder, 'nul.csv', `name,number\n${line.repeat(before)}a\0b,2\n${line}`);
      const dataset = await load(workspace, path, 'nul', {}, {});
      expect(dataset).toMatchObject({ rows: before + 2, quarantined: 0 });
      expect(dataset.remarks).toEqual([{ kind: 'nulBytes', count: 1, atLeast: false, names: [] }]);
      expect((await rowsOf(workspace, dataset)).at(-2)).toEqual({ name: 'ab', number: '2' });
    }),
  );

  test.each([
    ['as they are', '\n', ''],
    ['with the line ends of Windows', '\r\n', ''],
    ['with those of an old Macintosh', '\r', ''],
    ['after their line ends were made one kind', 'mixed', ''],
    ['after they were written anew', '\n', `# ${'a long comment '.repeat(20)}`],
  ])('tells the lines of rows far behind each other, %s', (_, end, comment) =>
    withWorkspace(async (workspace, { folder }) => {
      const bad = [11, 30_000, 30_001, 59_999];
      const lines = Array.from({ length: 60_000 }, (_, i) => {
        if (!bad.includes(i + 1)) return `${i},some text here,${i % 7}`;
        return i % 2 === 0 ? 'short' : `${i},some text here,x`;
      });
      lines[0] = 'id,words,rest';
      if (comment !== '') lines[4] = comment;
      const text = lines.map((line, i) => `${line}${end === 'mixed' ? (i % 2 === 0 ? '\r\n' : '\n') : end}`);
      const path = await fileIn(folder, 'many.csv', text.join(''));
      const dataset = await load(workspace, path, 'many', {}, {});
      expect(dataset.rows).toBe(60_000 - 1 - bad.length - (comment === '' ? 0 : 1));
      const quarantine = sql`SELECT line::INTEGER AS line FROM ${quarantineTableOf(dataset)} ORDER BY line`;
      expect((await workspace.warehouse.rows(quarantine)).map(({ line }) => line)).toEqual(bad);
    }),
  );
});
