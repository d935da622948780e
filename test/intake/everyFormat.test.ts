import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect, load } from '#engine/intake/index.ts';
import { identifier, join as joined, literal, openWarehouse, raw, sql } from '#engine/warehouse/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { runs } from '#test/support/tiers.ts';
import { type TestWorkspace, withWorkspace } from '#test/support/workspace.ts';
import { zipOf } from '#test/support/zip.ts';
import { expectNothingBut, failureOf, fileIn, rowsOf } from './support.ts';
import { workbookOf } from './xlsFile.ts';

type Table = readonly (readonly (string | null)[])[];

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const text = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);

/** A table, its first row the names, as a file of each format. */
const formats: Readonly<Record<string, (table: Table, at: TestWorkspace) => Promise<Buffer>>> = {
  xlsx: async (table) => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('s').addRows(table.map((row) => [...row]));
    return Buffer.from(await book.xlsx.writeBuffer());
  },
  xls: async (table) => workbookOf([{ name: 's', rows: table }]),
  db: async ([names = [], ...rows], { folder }) => {
    const path = join(folder, 'made.db');
    await rm(path, { force: true });
    const database = new Sqlite(path);
    database.exec(`CREATE TABLE t (${names.map((name) => `${quoted(name ?? '')} TEXT`).join(', ')})`);
    for (const row of rows) database.exec(`INSERT INTO t VALUES (${row.map(text).join(', ')})`);
    database.close();
    return readFile(path);
  },
  duckdb: async ([names = [], ...rows], { folder }) => {
    const made = join(folder, 'made');
    await rm(made, { recursive: true, force: true });
    await mkdir(made);
    const warehouse = await openWarehouse({ database: join(made, 'a.duckdb'), files: made, spill: made });
    const columns = names.map((name) => sql`${identifier(name ?? '')} VARCHAR`);
    await warehouse.run(sql`CREATE TABLE t (${joined(columns, ', ')})`);
    for (const row of rows) await warehouse.run(raw(`INSERT INTO t VALUES (${row.map(text).join(', ')})`));
    await warehouse.close();
    return readFile(join(made, 'a.duckdb'));
  },
  parquet: async ([names = [], ...rows], { folder }) => {
    const made = join(folder, 'made');
    await rm(made, { recursive: true, force: true });
    await mkdir(made);
    const warehouse = await openWarehouse({ database: ':memory:', files: made, spill: made });
    const columns = names.map((name) => sql`${identifier(name ?? '')} VARCHAR`);
    await warehouse.run(sql`CREATE TABLE t (${joined(columns, ', ')})`);
    for (const row of rows) await warehouse.run(raw(`INSERT INTO t VALUES (${row.map(text).join(', ')})`));
    await warehouse.run(sql`COPY t TO ${literal(join(made, 'a.parquet'))}`);
    await warehouse.close();
    return readFile(join(made, 'a.parquet'));
  },
  json: async ([names = [], ...rows]) =>
    Buffer.from(JSON.stringify(rows.map((row) => Object.fromEntries(row.map((value, i) => [names[i] ?? '', value]))))),
  zip: async (table) =>
    zipOf({
      'a.csv': table
        .map((row) => row.map((value) => (value === null ? '' : `"${value.replaceAll('"', '""')}"`)).join(','))
        .join('\n'),
    }),
};

const hostile = ['"; DROP TABLE x; --', "it's", '表 名（一）', 'a.b', '😀', 'line\nend', 'select', 'x'.repeat(300)];
const named = (names: readonly string[], ...rows: (string | null)[][]): Table => [names, ...rows];

describe.each(Object.keys(formats))('%s', (extension) => {
  const make = (table: Table, at: TestWorkspace) =>
    formats[extension]?.(table, at) ?? Promise.reject(new Error(extension));
  const file = async (table: Table, at: TestWorkspace) => fileIn(at.folder, `a.${extension}`, await make(table, at));

  test('one row, and names that mean something else to SQL', () =>
    withWorkspace(async (workspace, at) => {
      const path = await file(
        named(
          hostile,
          hostile.map((_, i) => `值${i}`),
        ),
        at,
      );
      const dataset = await load(workspace, path, 'data', {}, {});
      expect(await rowsOf(workspace, dataset)).toEqual([
        Object.fromEntries(hostile.map((name, i) => [name, `值${i}`])),
      ]);
      const preview = await inspect(workspace, path, {}, {});
      expect(preview.columns.map(({ column }) => column)).toEqual(hostile);
      await expectNothingBut(workspace, [dataset]);
    }));

  test('a column without a value', () =>
    withWorkspace(async (workspace, at) => {
      const path = await file(named(['编号', '空'], ['甲', null], ['乙', null]), at);
      const rows = await rowsOf(workspace, await load(workspace, path, 'data', {}, {}));
      expect(rows).toEqual([
        { 编号: '甲', 空: null },
        { 编号: '乙', 空: null },
      ]);
    }));

  test(
    'no bytes, half of the bytes, and bytes that were changed end in a sentence in both languages',
    { timeout: 1_200_000 },
    () =>
      withWorkspace(async (workspace, at) => {
        const rows = Array.from({ length: 40 }, (_, i) => [`00${i}`, `名称${i}`]);
        const whole = await make(named(['编号', '名称'], ...rows), at);
        const attempt = async (content: Buffer) => {
          const path = await fileIn(at.folder, `b.${extension}`, content);
          try {
            await inspect(workspace, path, {}, {});
            const dataset = await load(workspace, path, 'tried', {}, {});
            expect(dataset.rows).toBeGreaterThan(0);
            workspace.catalogue.datasets.remove(dataset.id);
            for (const table of [`d_${dataset.id}_1`, `q_${dataset.id}_1`])
              await workspace.warehouse.run(sql`DROP TABLE ${identifier(table)}`);
          } catch (thrown) {
            if (!(thrown instanceof AppError)) throw thrown;
            expect(thrown.code, thrown.detail).not.toBe('internal');
            expect(thrown.sentence('zh')).not.toBe(thrown.sentence('en'));
          }
        };
        expect(
          (await failureOf(load(workspace, await fileIn(at.folder, `c.${extension}`, ''), 'a', {}, {}))).messageId,
        ).toBe('fileEmpty');
        await attempt(whole.subarray(0, whole.length / 2));
        const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
        await fc.assert(
          fc.asyncProperty(changes, (some) => {
            const damaged = Buffer.from(whole);
            for (const [place, byte] of some) damaged[place] = byte;
            return attempt(damaged);
          }),
          { numRuns: runs(10, 400) },
        );
        await expectNothingBut(workspace, []);
      }),
  );

  test('given up before the end, nothing is left', () =>
    withWorkspace(async (workspace, at) => {
      const path = await file(named(['编号', '名称'], ['1', 'a'], ['2', 'b']), at);
      const stages = new Set<string>();
      await load(workspace, path, 'whole', {}, { progress: ({ stage }) => stages.add(stage) }).then(({ id }) => {
        workspace.catalogue.datasets.remove(id);
        return Promise.all(
          [`d_${id}_1`, `q_${id}_1`].map((table) => workspace.warehouse.run(sql`DROP TABLE ${identifier(table)}`)),
        );
      });
      for (const last of stages) {
        const abort = new AbortController();
        const progress = ({ stage }: { stage: string }) => {
          if (stage === last) abort.abort();
        };
        const failure = await failureOf(load(workspace, path, 'a', {}, { signal: abort.signal, progress }));
        expect(failure.code, last).toBe('cancelled');
        await expectNothingBut(workspace, []);
      }
    }));
});
