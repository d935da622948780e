import { expect, test } from 'vitest';
import { tableName, tableOf } from '#engine/datasets/index.ts';
import { type Derivation, materialise, materialiseAll } from '#engine/derived/index.ts';
import { sweep } from '#engine/intake/index.ts';
import { listVersions, restoreVersion } from '#engine/versions/index.ts';
import { identifier, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const hostile = hostileNames[0];

const source = (workspace: Workspace) =>
  addTable(
    workspace,
    'raw',
    [
      { name: hostile, type: 'text', sensitivity: 'phone' },
      { name: 'name', type: 'text', sensitivity: 'name' },
      { name: 'n', type: 'integer' },
    ],
    [
      ['13800000001', '张三', 3],
      ['13800000002', null, 1],
      ['13800000003', '李四', 2],
    ],
  );

const derivation = (raw: Dataset, more: Partial<Derivation> = {}): Derivation => ({
  kind: 'recipe',
  definition: { name: 'clean', version: 1 },
  output: 'cleaned',
  sources: [raw],
  query: sql`SELECT ${identifier(hostile)}, concat("name", ${identifier(hostile)}) AS both, n, n * 2 AS "余额" FROM ${tableOf(raw)} ORDER BY n`,
  origins: new Map([
    [hostile, raw.fields.slice(0, 1)],
    ['both', raw.fields.slice(0, 2)],
    ['n', raw.fields.slice(2)],
  ]),
  ...more,
});

const tables = async ({ warehouse }: Workspace) =>
  (await warehouse.rows(sql`SELECT table_name AS name FROM duckdb_tables() WHERE table_name SIMILAR TO '[dq]_.*'`))
    .map(({ name }) => String(name))
    .sort();

test('a query becomes a dataset with its order, its profile and the classes of what it was made from', () =>
  withWorkspace(async (workspace, { events }) => {
    const raw = await source(workspace);
    const made = await materialise(workspace, derivation(raw), {});
    expect(workspace.catalogue.datasets.get('cleaned')).toEqual(made);
    expect(made.derived).toEqual({
      ...{ kind: 'recipe', definition: 'clean', definitionVersion: 1 },
      sources: [{ table: 'raw', version: 1, rows: 3 }],
      origins: {
        [hostile]: [{ table: 'raw', field: hostile }],
        both: [hostile, 'name'].map((field) => ({ table: 'raw', field })),
        n: [{ table: 'raw', field: 'n' }],
      },
    });
    expect(made.fields.map(({ name, sensitivity, maximum }) => [name, sensitivity, maximum])).toEqual([
      [hostile, 'phone', null],
      ['both', 'personal', null],
      ['n', 'internal', '3'],
      ['余额', 'amount', '6'],
    ]);
    const rows = await workspace.warehouse.rows(sql`SELECT n FROM ${tableOf(made)} ORDER BY rowid`);
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(events.at(-1)).toEqual({ type: 'dataChanged', table: 'cleaned', version: 1 });
  }));

test('made again it is the next version of itself, keeps stricter classes, and the version before stays', () =>
  withWorkspace(async (workspace) => {
    const raw = await source(workspace);
    const first = await materialise(workspace, derivation(raw), {});
    workspace.catalogue.datasets.replace(first.id, {
      ...first,
      fields: first.fields.map((field) => (field.name === 'n' ? { ...field, sensitivity: 'account' as const } : field)),
    });
    const again = derivation(raw, { definition: { name: 'clean', version: 2 }, output: 'renamed' });
    const second = await materialise(workspace, again, {});
    expect([second.id, second.version, second.derived?.definitionVersion]).toEqual([first.id, 2, 2]);
    expect(second.fields.map(({ sensitivity }) => sensitivity)).toEqual(['phone', 'personal', 'account', 'amount']);
    expect(workspace.catalogue.datasets.list().map(({ name }) => name)).toEqual(['raw', 'renamed']);
    const own = [tableName(first), tableName(second)];
    const quarantines = own.map((name) => name.replace('d_', 'q_'));
    expect(await tables(workspace)).toEqual([...own, tableName(raw), ...quarantines].sort());
    const versions = listVersions(workspace, second.id);
    expect(versions.map(({ version, follows }) => [version, follows?.how])).toEqual([
      [2, 'computedAgain'],
      [1, undefined],
    ]);
    await expect(
      restoreVersion(workspace, { dataset: second.id, version: 1 }, {}, async () => undefined),
    ).rejects.toMatchObject({ messageId: 'datasetComputed' });
  }));

test('what fails, is cancelled or would be a circle leaves everything as it was', () =>
  withWorkspace(async (workspace) => {
    const raw = await source(workspace);
    workspace.catalogue.definitions.create('recipe', 'clean', { table: 'raw', output: 'cleaned', steps: [] });
    const made = await materialise(workspace, derivation(raw), {});
    const before = [workspace.catalogue.datasets.list(), await tables(workspace)];
    const refused = async (more: Partial<Derivation>, message: string, signal?: AbortSignal) => {
      await expect(materialise(workspace, derivation(raw, more), { signal })).rejects.toMatchObject({
        messageId: message,
      });
      expect([workspace.catalogue.datasets.list(), await tables(workspace)]).toEqual(before);
    };
    await refused({ query: sql`SELECT CAST('x' AS INTEGER) AS n` }, 'conversion');
    await refused({ query: sql`SELECT 1 AS "Note", '张三' AS note` }, 'featureNameTaken');
    await refused({ query: sql`SELECT 1 AS n, 2 AS "RowID"` }, 'recipeNameUnusable');
    await refused({}, 'cancelled', AbortSignal.abort());
    await refused({ output: 'raw' }, 'datasetExists');
    await refused({ definition: { name: 'other', version: 1 } }, 'datasetExists');
    await refused({ sources: [made], query: sql`SELECT * FROM ${tableOf(made)}` }, 'derivedCycle');
  }));

test('what a kill leaves goes with the next sweep', () =>
  withWorkspace(async (workspace) => {
    const raw = await source(workspace);
    const made = await materialise(workspace, derivation(raw), {});
    const before = await tables(workspace);
    // The table of a next version that never took its place.
    await workspace.warehouse.run(sql`CREATE TABLE ${tableOf({ id: made.id, version: 2 })} AS SELECT 1 AS n`);
    await sweep(workspace);
    expect(await tables(workspace)).toEqual(before);
  }));

test('datasets that belong together are made together: a failure or a cancel at any moment leaves all as they were', () =>
  withWorkspace(async (workspace) => {
    const raw = await source(workspace);
    const part = (name: string): Derivation => derivation(raw, { part: name, output: `cleaned ${name}` });
    const all = [part('a'), part('b')];
    const state = async () => [workspace.catalogue.datasets.list(), await tables(workspace)];
    const empty = await state();
    const bad = { ...part('b'), query: sql`SELECT CAST('x' AS INTEGER) AS n` };
    await expect(materialiseAll(workspace, [part('a'), bad], {})).rejects.toMatchObject({ messageId: 'conversion' });
    expect(await state()).toEqual(empty);
    await materialiseAll(workspace, all, {});
    const before = await state();
    for (let moment = 1; ; moment++) {
      const stop = new AbortController();
      let heard = 0;
      const progress = () => ++heard === moment && stop.abort();
      const made = materialiseAll(workspace, all, { signal: stop.signal, progress }).catch(toAppError);
      if (Array.isArray(await made)) {
        expect(heard).toBeLessThan(moment);
        break;
      }
      expect(await made).toMatchObject({ code: 'cancelled' });
      expect(await state()).toEqual(before);
    }
    const versions = workspace.catalogue.datasets.list().map(({ name, version }) => `${name} ${version}`);
    expect(versions.toSorted()).toEqual(['cleaned a 2', 'cleaned b 2', 'raw 1']);
  }));
