import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { tableOf } from '#engine/datasets/index.ts';
import { inspect, load } from '#engine/intake/index.ts';
import { type Row, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { isFull, sampled } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, fileIn, rowsOf } from './support.ts';

const under = (...path: readonly string[]) => (sharedData === null ? null : join(sharedData, ...path));
const bank = under('uci_bank_marketing', 'bank-full.csv');
const events = under('bpi2012', 'bpic2012.csv.gz');
const spectrum = under('messy', 'csv_spectrum');
const messy = under('messy');

async function one(workspace: Workspace, statement: ReturnType<typeof sql>): Promise<Row> {
  const [row] = await workspace.warehouse.rows(statement);
  if (!row) throw new Error('no row');
  return row;
}

describe.skipIf(bank === null)(`UCI bank marketing${whySkipped}`, () => {
  const path = bank ?? '';

  test('loads whole, and the same from GB18030', () =>
    withWorkspace(async (workspace, { folder }) => {
      const dataset = await load(workspace, path, 'bank', {}, {});
      expect(dataset).toMatchObject({ rows: 45_211, quarantined: 0 });
      expect(dataset.options).toMatchObject({ delimiter: ';', quote: '"', header: true });
      expect(dataset.fields).toHaveLength(17);
      const count = await one(
        workspace,
        sql`SELECT count(*) FILTER (y = 'yes') AS yes, sum(balance) AS balance FROM ${tableOf(dataset)}`,
      );
      expect(count).toEqual({ yes: 5_289, balance: 61_589_682 });

      const chinese = (await readFile(path, 'utf8')).replace('"age"', '"年龄"').replaceAll('"married"', '"已婚"');
      const utf8 = await load(workspace, await fileIn(folder, 'utf8.csv', chinese), 'utf8', {}, {});
      const gb = await load(workspace, await fileIn(folder, 'gb.csv', iconv.encode(chinese, 'gb18030')), 'gb', {}, {});
      expect(gb.options.encoding).toBe('gb18030');
      expect(gb.fields).toEqual(utf8.fields);
      const differing = sql`(SELECT rowid, * FROM ${tableOf(gb)} EXCEPT SELECT rowid, * FROM ${tableOf(utf8)})`;
      expect(await one(workspace, sql`SELECT count(*) AS n FROM ${differing}`)).toEqual({ n: 0 });
      await expectNothingBut(workspace, [dataset, utf8, gb]);
    }));
});

describe.skipIf(events === null)(`BPI 2012${whySkipped}`, () => {
  test('all events and every case id come through', () =>
    withWorkspace(async (workspace) => {
      const dataset = await load(workspace, events ?? '', 'events', {}, {});
      expect(dataset).toMatchObject({ rows: 262_200, quarantined: 0 });
      const cases = sql`SELECT count(DISTINCT "case:concept:name") AS cases, count("case:concept:name") AS filled FROM ${tableOf(dataset)}`;
      expect(await one(workspace, cases)).toEqual({ cases: 13_087, filled: 262_200 });
      expect(dataset.fields.find(({ name }) => name === 'time:timestamp')?.type).toBe('timestamp');
    }));
});

describe.skipIf(spectrum === null)(`csv_spectrum${whySkipped}`, () => {
  const folder = spectrum ?? '';
  const expected = z.array(z.record(z.string(), z.string()));
  test.for(spectrum === null ? [] : readdirSync(join(folder, 'csvs')))('%s parses as its JSON says', (file) =>
    withWorkspace(async (workspace) => {
      const path = join(folder, 'csvs', file);
      const json = expected.parse(
        JSON.parse(await readFile(join(folder, 'json', file.replace('.csv', '.json')), 'utf8')),
      );
      const rows = await rowsOf(workspace, await load(workspace, path, 'data', {}, {}));
      // The copy of newlines_crlf.csv here has lost its CRs.
      const same = (value: string) => value.replaceAll('\r\n', '\n');
      expect(rows.map((row) => Object.entries(row).map(([key, value]) => [key, same(String(value ?? ''))]))).toEqual(
        json.map((row) => Object.entries(row).map(([key, value]) => [key, same(value)])),
      );
    }),
  );
});

/** Files that each say more than that nothing breaks. */
const known: Readonly<Record<string, (dataset: Dataset, rows: Row[]) => void>> = {
  'csvkit_examples/mac_newlines.csv': (_, rows) =>
    expect(rows).toEqual([
      { a: '1', b: '2', c: '3' },
      { a: 'Once upon\ra time', b: '5', c: '6' },
    ]),
  'csvkit_examples/test_utf16_little.csv': (_, rows) => expect(rows.at(-1)?.c).toBe('ʤ'),
  'csvkit_examples/test_utf16_big.csv': (_, rows) => expect(rows.at(-1)?.c).toBe('ʤ'),
  'csvkit_examples/test_utf8_bom.csv': (_, rows) => expect(Object.keys(rows[0] ?? {})).toEqual(['foo', 'bar', 'baz']),
  'csvkit_examples/realdata/ks_1033_data.csv': (dataset) => expect(dataset.rows + dataset.quarantined).toBe(1575),
  'csvkit_examples/realdata/ne_1033_data.xlsx': (dataset) => expect(dataset.rows).toBe(1036),
  'duckdb_csv/中文/中.csv': (_, rows) => expect(rows.at(-1)).toEqual({ col1: '2', col2: '2' }),
  'readxl/sheet-xml-lookup.xlsx': (_, rows) => expect(rows[0]).toMatchObject({ country: 'Algeria', year: '1952' }),
  'readxl/iris-excel-xlsx.xlsx': (dataset) => expect(dataset.rows).toBe(150),
};

/** What `npm test` can wait for; larger files are those of test:full. */
const slow = 100_000;

function filesUnder(folder: string): { path: string; name: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.slice(folder.length + 1) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Those of which more is known than that they load, and of the others what this run has time for. */
function filesOf(part: string): { path: string; name: string }[] {
  const all = filesUnder(join(messy ?? '', part));
  const taken = new Set(part === 'parquet_broken' ? all : sampled(all, 3));
  return all.filter((file) => taken.has(file) || `${part}/${file.name}` in known);
}

describe.skipIf(messy === null)(`messy files${whySkipped}`, () => {
  test.for(messy === null ? [] : ['csvkit_examples', 'duckdb_csv', 'readxl', 'parquet_broken'])(
    'every file of %s loads or says why, and leaves no trace',
    { timeout: 240_000 },
    (part) =>
      withWorkspace(async (workspace) => {
        const loaded: Dataset[] = [];
        let failed = 0;
        for (const { path, name } of filesOf(part)) {
          const bytes = (await readFile(path)).length;
          if (bytes > slow && !isFull) continue;
          try {
            const preview = await inspect(workspace, path, {}, {});
            const dataset = await load(workspace, path, name, {}, {});
            loaded.push(dataset);
            expect(preview.format, name).toBe(dataset.format);
            expect(dataset.rows, name).toBeGreaterThan(0);
            known[`${part}/${name}`]?.(dataset, await rowsOf(workspace, dataset));
          } catch (thrown) {
            if (!(thrown instanceof AppError)) throw thrown;
            failed++;
            expect(thrown.code, `${name}: ${thrown.message} ${thrown.detail}`).not.toBe('internal');
            expect(thrown.params.file, name).toBe(path.split('/').at(-1));
            expect(Object.keys(known)).not.toContain(`${part}/${name}`);
          }
        }
        await expectNothingBut(workspace, loaded);
        expect(failed).toBeGreaterThan(0);
      }),
  );
});
