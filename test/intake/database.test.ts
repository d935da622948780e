import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect, load } from '#engine/intake/index.ts';
import { literal, openWarehouse, raw, sql } from '#engine/warehouse/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { type TestWorkspace, withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, failureOf, fileIn, quarantineOf, rowsOf } from './support.ts';

const hostile = ['"; DROP TABLE x; --', "it's", '表 名', 'a.b', '😀'];

/** Makes a SQLite file in a folder of its own, so that what is written beside it shows. */
async function sqliteFile({ folder }: TestWorkspace, ...statements: string[]): Promise<string> {
  await mkdir(join(folder, 'theirs'), { recursive: true });
  const path = join(folder, 'theirs', 'a.db');
  const database = new Sqlite(path);
  for (const statement of statements) database.exec(statement);
  database.close();
  return path;
}

async function duckDbFile({ folder }: TestWorkspace, ...statements: string[]): Promise<string> {
  const theirs = join(folder, 'theirs');
  await mkdir(theirs, { recursive: true });
  const path = join(theirs, 'a.duckdb');
  const warehouse = await openWarehouse({ database: path, files: theirs, spill: theirs });
  for (const statement of statements) await warehouse.run(raw(statement));
  await warehouse.close();
  return path;
}

const beside = async ({ folder }: TestWorkspace) => (await readdir(join(folder, 'theirs'))).sort();
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

describe('SQLite', () => {
  const kinds = `CREATE TABLE kinds (id TEXT, n INTEGER, big INTEGER, r REAL, day DATE, at DATETIME, yes BOOLEAN, mixed, bytes BLOB, none INTEGER)`;
  const values = `INSERT INTO kinds VALUES
    ('007', 1, 9007199254740993, 40.0, '2024-01-05', '2024-01-05 10:00:00', 1, 1, x'00ff', NULL),
    ('a' || char(10) || 'b', -2, 1, 1.5, NULL, '2024-01-05T10:00:01', 0, 'x', NULL, NULL)`;

  test('values keep their types, and nothing is written beside the file', () =>
    withWorkspace(async (workspace, at) => {
      const path = await sqliteFile(at, 'CREATE TABLE empty (a)', kinds, values);
      const before = await readFile(path);
      const preview = await inspect(workspace, path, {}, {});
      expect(preview).toMatchObject({ format: 'sqlite', sheet: 'kinds', sheets: ['empty', 'kinds'] });
      const dataset = await load(workspace, path, 'data', {}, {});
      const types = ['text', 'integer', 'text', 'number', 'date', 'timestamp', 'boolean', 'text', 'text', 'integer'];
      expect(dataset.fields.map(({ type }) => type)).toEqual(types);
      expect(preview.columns.map(({ type }) => type)).toEqual(types);
      expect((await rowsOf(workspace, dataset)).map((row) => Object.values(row))).toEqual([
        ['007', '1', '9007199254740993', '40.0', '2024-01-05', '2024-01-05 10:00:00', 'true', '1', '00ff', null],
        ['a\nb', '-2', '1', '1.5', null, '2024-01-05 10:00:01', 'false', 'x', null, null],
      ]);
      expect(await beside(at)).toEqual(['a.db']);
      expect(await readFile(path)).toEqual(before);
      await expectNothingBut(workspace, [dataset]);
    }));

  test('what stands only in the log of a database in use is read too', () =>
    withWorkspace(async (workspace, at) => {
      const path = await sqliteFile(
        at,
        'PRAGMA journal_mode = WAL',
        'CREATE TABLE t (a)',
        "INSERT INTO t VALUES ('old')",
      );
      const writer = new Sqlite(path);
      writer.exec("INSERT INTO t VALUES ('new')");
      const before = await beside(at);
      expect(before).toEqual(['a.db', 'a.db-shm', 'a.db-wal']);
      expect((await inspect(workspace, path, {}, {})).sample).toEqual([['old'], ['new']]);
      const dataset = await load(workspace, path, 'data', {}, {});
      expect(dataset.rows).toBe(2);
      expect(await beside(at)).toEqual(before);
      writer.close();
      const closed = await load(workspace, path, 'again', {}, {});
      expect(closed.rows).toBe(2);
      expect(await beside(at)).toEqual(['a.db']);
      await expectNothingBut(workspace, [dataset, closed]);
    }));

  test('hostile names, views, and a view of a table that is gone', () =>
    withWorkspace(async (workspace, at) => {
      const tables = hostile.map((name) => `CREATE TABLE ${quoted(name)} (${quoted(name)} TEXT)`);
      const rows = hostile.map((name) => `INSERT INTO ${quoted(name)} VALUES ('${name.replaceAll("'", "''")}')`);
      const views = ['CREATE TABLE gone (a)', 'CREATE VIEW broken AS SELECT * FROM gone', 'DROP TABLE gone'];
      const path = await sqliteFile(at, ...views, ...tables, ...rows, `CREATE VIEW v AS SELECT 1 AS a, 2 AS a`);
      for (const name of hostile) {
        const dataset = await load(workspace, path, name, { sheet: name }, {});
        expect(await rowsOf(workspace, dataset)).toEqual([{ [name]: name }]);
      }
      expect(await rowsOf(workspace, await load(workspace, path, 'v', { sheet: 'v' }, {}))).toEqual([
        { a: '1', 'a:1': '2' },
      ]);
      expect((await failureOf(load(workspace, path, 'b', { sheet: 'broken' }, {}))).messageId).toBe('tableUnreadable');
      expect((await failureOf(load(workspace, path, 'b', { sheet: 'x' }, {}))).messageId).toBe('tableMissing');
      expect((await inspect(workspace, path, {}, {})).sheet).toBe(hostile[0]);
    }));

  test('a view is read only when it is asked for by name', () =>
    withWorkspace(async (workspace, at) => {
      const path = await sqliteFile(
        at,
        'CREATE TABLE empty (a)',
        'CREATE VIEW endless AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x FROM r WHERE x < 0',
        'CREATE VIEW one AS SELECT 1 AS a',
      );
      const failure = await failureOf(inspect(workspace, path, {}, {}));
      expect(failure).toMatchObject({ messageId: 'databaseOnlyViews', params: { view: 'endless' } });
      const preview = await inspect(workspace, path, { sheet: 'one' }, {});
      expect(preview).toMatchObject({ sheet: 'one', sheets: ['empty', 'endless', 'one'], sample: [['1']] });
    }));

  test('a picture of more than a megabyte is told by its column, and the table loads without it', () =>
    withWorkspace(async (workspace, at) => {
      const path = await sqliteFile(
        at,
        'CREATE TABLE t (id INTEGER, photo BLOB)',
        'INSERT INTO t VALUES (1, NULL), (2, zeroblob(1100000))',
      );
      const failure = await failureOf(load(workspace, path, 'a', {}, {}));
      expect(failure).toMatchObject({
        messageId: 'databaseCellTooLong',
        params: { column: 'photo', row: 2 },
      });
      const dataset = await load(workspace, path, 'a', { columns: [{ column: 'photo', skip: true }] }, {});
      expect(await rowsOf(workspace, dataset)).toEqual([{ id: '1' }, { id: '2' }]);
      await expectNothingBut(workspace, [dataset]);
    }));

  test('a value that does not fit a chosen type is kept aside with its row', () =>
    withWorkspace(async (workspace, at) => {
      const path = await sqliteFile(
        at,
        'CREATE TABLE t (a)',
        "INSERT INTO t VALUES ('1'), ('x' || char(10) || 'y'), ('3')",
      );
      const columns = [{ column: 'a', type: 'integer' as const }];
      const dataset = await load(workspace, path, 'data', { columns }, {});
      expect(dataset).toMatchObject({ rows: 2, quarantined: 1 });
      expect(await quarantineOf(workspace, dataset)).toMatchObject([{ line: 2, column_name: 'a' }]);
    }));

  test('one without rows, one cut off and one half overwritten are told', () =>
    withWorkspace(async (workspace, at) => {
      const empty = await sqliteFile(at, 'CREATE TABLE t (a)');
      expect((await failureOf(load(workspace, empty, 'a', {}, {}))).messageId).toBe('databaseEmpty');
      expect((await failureOf(load(workspace, empty, 'a', { sheet: 't' }, {}))).messageId).toBe('fileNoRows');
      const whole = await readFile(
        await sqliteFile(
          at,
          'CREATE TABLE u (a)',
          "INSERT INTO u SELECT 'value ' || value FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 5000) SELECT value FROM n)",
        ),
      );
      const cut = await fileIn(at.folder, 'cut.db', whole.subarray(0, whole.length / 2));
      expect((await failureOf(load(workspace, cut, 'a', { sheet: 'u' }, {}))).messageId).toBe('fileTruncated');
      const spoilt = Buffer.from(whole);
      spoilt.fill(0xee, 8192, 30_000);
      const bad = await fileIn(at.folder, 'bad.db', spoilt);
      expect((await failureOf(load(workspace, bad, 'a', { sheet: 'u' }, {}))).messageId).toBe('fileTruncated');
      await expectNothingBut(workspace, []);
    }));

  test('bytes that were changed anywhere end in a table or a sentence', () =>
    withWorkspace(async (workspace, at) => {
      const whole = await readFile(await sqliteFile(at, kinds, values));
      const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(changes, async (some) => {
          const damaged = Buffer.from(whole);
          for (const [place, byte] of some) damaged[place] = byte;
          const path = await fileIn(at.folder, 'b.db', damaged);
          try {
            await inspect(workspace, path, {}, {});
          } catch (thrown) {
            if (!(thrown instanceof AppError)) throw thrown;
            expect(thrown.code, thrown.detail).not.toBe('internal');
          }
        }),
        { numRuns: 150 },
      );
      await expectNothingBut(workspace, []);
    }));

  test('is given up half-way without a trace', () =>
    withWorkspace(async (workspace, at) => {
      const path = await sqliteFile(
        at,
        'CREATE TABLE u (a)',
        'INSERT INTO u SELECT value FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 50000) SELECT value FROM n)',
      );
      const abort = new AbortController();
      const progress = ({ rows }: { rows?: number | undefined }) => {
        if ((rows ?? 0) > 4000) abort.abort();
      };
      const failure = await failureOf(load(workspace, path, 'a', {}, { signal: abort.signal, progress }));
      expect(failure.code).toBe('cancelled');
      await expectNothingBut(workspace, []);
    }));
});

describe('DuckDB', () => {
  test('types are kept, those that Parquet has not become texts', () =>
    withWorkspace(async (workspace, at) => {
      const path = await duckDbFile(
        at,
        'CREATE TABLE empty (a INTEGER)',
        `CREATE TABLE t AS SELECT '007' AS id, 9007199254740993 AS big, 1.50::DECIMAL(10,2) AS d, DATE '2024-01-05' AS day,
          TIMESTAMP '2024-01-05 10:00:00' AS at, TRUE AS yes, 170141183460469231731687303715884105727::HUGEINT AS huge,
          INTERVAL 3 DAYS AS span, 'x'::ENUM('x', 'y') AS e, uuid() IS NOT NULL AS u`,
        'CREATE SCHEMA other',
        'CREATE TABLE other.t AS SELECT 1 AS one',
        'CREATE VIEW v AS SELECT id FROM t',
      );
      const preview = await inspect(workspace, path, {}, {});
      expect(preview).toMatchObject({
        format: 'duckdb',
        sheet: 't',
        sheets: ['empty', 't', 'other.t', 'v'],
        typesFixed: true,
      });
      const dataset = await load(workspace, path, 'data', {}, {});
      const types = ['text', 'integer', 'decimal', 'date', 'timestamp', 'boolean', 'text', 'text', 'text', 'boolean'];
      expect(dataset.fields.map(({ type }) => type)).toEqual(types);
      expect(Object.values((await rowsOf(workspace, dataset))[0] ?? {})).toEqual([
        ...['007', '9007199254740993', '1.50', '2024-01-05', '2024-01-05 10:00:00', 'true'],
        ...['170141183460469231731687303715884105727', '3 days', 'x', 'true'],
      ]);
      const other = await load(workspace, path, 'other', { sheet: 'other.t' }, {});
      expect(await rowsOf(workspace, other)).toEqual([{ one: '1' }]);
      expect(await beside(at)).toEqual(['a.duckdb']);
      await expectNothingBut(workspace, [dataset, other]);
    }));

  test('the widest integers keep their digits inside lists and structures, too', () =>
    withWorkspace(async (workspace, at) => {
      const huge = '170141183460469231731687303715884105727';
      const path = await duckDbFile(
        at,
        `CREATE TABLE t AS SELECT {'n': ${huge}::HUGEINT} AS s, [${huge}::HUGEINT] AS l,
          {'in': [{'u': ${huge}::UHUGEINT}]} AS deep, [INTERVAL 3 DAYS] AS spans`,
        'CREATE VIEW v AS SELECT 1 AS a',
      );
      const dataset = await load(workspace, path, 'data', {}, {});
      expect(await rowsOf(workspace, dataset)).toEqual([
        {
          ...{ s: `{'n': ${huge}}`, l: `[${huge}]`, deep: `{'in': [{'u': ${huge}}]}` },
          spans: '[3 days]',
        },
      ]);
    }));

  test('a view reaches no file, and hostile names are only names', () =>
    withWorkspace(async (workspace, at) => {
      const secret = await fileIn(at.folder, 'secret.csv', 'a\n1\n');
      await mkdir(join(at.folder, 'theirs'), { recursive: true });
      const path = join(at.folder, 'theirs', 'a.duckdb');
      const theirs = await openWarehouse({ database: path, files: at.folder, spill: at.folder });
      await theirs.run(sql`CREATE VIEW reach AS SELECT * FROM read_csv(${literal(secret)})`);
      for (const name of hostile) await theirs.run(raw(`CREATE TABLE ${quoted(name)} AS SELECT 1 AS ${quoted(name)}`));
      await theirs.close();
      for (const name of hostile)
        expect(await rowsOf(workspace, await load(workspace, path, name, { sheet: name }, {}))).toEqual([
          { [name]: '1' },
        ]);
      expect((await failureOf(load(workspace, path, 'r', { sheet: 'reach' }, {}))).messageId).toBe('tableUnreadable');
    }));

  test('one that is damaged is told, and the workspace lives on', () =>
    withWorkspace(async (workspace, at) => {
      const whole = await readFile(
        await duckDbFile(at, "CREATE TABLE t AS SELECT range AS n, 'x' || range AS s FROM range(100000)"),
      );
      for (const [from, to] of [
        [0, 0],
        [4096, 4200],
        [8300, 8400],
        [12_300, 200_000],
        [270_000, 500_000],
      ] as const) {
        const damaged = to === 0 ? whole.subarray(0, whole.length / 2) : Buffer.from(whole);
        if (to > 0) damaged.fill(0xab, from, to);
        const path = await fileIn(at.folder, 'b.duckdb', damaged);
        try {
          await load(workspace, path, 'b', { sheet: 't' }, {});
          throw new Error(`loaded with ${from} to ${to} changed`);
        } catch (thrown) {
          if (!(thrown instanceof AppError)) throw thrown;
          expect(['fileTruncated', 'tableMissing', 'databaseNewer'], `${from}: ${thrown.detail}`).toContain(
            thrown.messageId,
          );
        }
      }
      expect(await workspace.warehouse.rows(sql`SELECT 1 AS alive`)).toEqual([{ alive: 1 }]);
      await expectNothingBut(workspace, []);
    }));
});
