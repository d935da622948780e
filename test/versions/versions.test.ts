import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepVersions, quarantineTableOf, readQuarantine, setSensitivity, tableOf } from '#engine/datasets/index.ts';
import { load, putBack, removeDataset, repairRow, sweep } from '#engine/intake/index.ts';
import { addVersion, listVersions, planVersion, restoreVersion } from '#engine/versions/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import type { EngineEvent } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';

let folder: string;
let workspace: Workspace;
const events: EngineEvent[] = [];
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-versions-'));
  workspace = await openWorkspace({ path: join(folder, 'w'), create: true, emit: (event) => events.push(event) });
});
afterAll(async () => {
  await closeWorkspace(workspace);
  await rm(folder, { recursive: true, force: true });
});

const forgotten: number[] = [];
const forget = async () => {
  forgotten.push(1);
};

async function csv(...lines: string[]): Promise<string> {
  const path = join(folder, `file ${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  return path;
}

const loadNew = async (...lines: string[]) => load(workspace, await csv(...lines), `dataset ${++files}`, {}, {});
const add = (dataset: Dataset, mode: 'replace' | 'append', place: string, signal?: AbortSignal) =>
  addVersion(workspace, { dataset: dataset.id, mode, place }, { signal }, forget);
const restore = (dataset: Dataset, version: number) =>
  restoreVersion(workspace, { dataset: dataset.id, version }, {}, forget);
const current = (dataset: Dataset) => workspace.catalogue.datasets.byId(dataset.id);

async function rowsOf(dataset: Dataset): Promise<unknown[][]> {
  const rows = await workspace.warehouse.rows(sql`SELECT * FROM ${tableOf(dataset)} ORDER BY rowid`);
  return rows.map((row) => Object.values(row));
}

async function tables(): Promise<string[]> {
  const rows = await workspace.warehouse.rows(
    sql`SELECT table_name AS t FROM duckdb_tables() WHERE NOT temporary AND schema_name = 'main' AND database_name = current_database()`,
  );
  return rows.map(({ t }) => String(t)).toSorted();
}

describe('versions of a dataset', () => {
  it('hold what a list of tables would hold, whatever is done in whatever order', async () => {
    const id = fc.integer({ min: 1, max: 99 });
    const step = fc.oneof(
      fc.record({
        what: fc.constantFrom('replace' as const, 'append' as const),
        ids: fc.array(id, { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ what: fc.constant('restore' as const), at: fc.nat(6) }),
      fc.record({ what: fc.constant('keep' as const), keep: fc.integer({ min: 1, max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (some) => {
        // Whatever came before, at the end there is more than is kept.
        const last = ['replace' as const, 'append' as const].map((what) => ({ what, ids: [5] }));
        const steps = [...some, { what: 'keep' as const, keep: 1 }, ...last];
        await keepVersions(workspace, 5);
        let keep = 5;
        const dataset = await loadNew('id,name', '1,first');
        let model = [{ version: 1, rows: [[1, 'first']] as unknown[][] }];
        for (const each of steps) {
          const [newest, ...earlier] = model;
          if (!newest) throw new Error('no version');
          const version = newest.version + 1;
          switch (each.what) {
            case 'replace':
            case 'append': {
              const rows = each.ids.map((value) => [value, `n${value}`]);
              await add(dataset, each.what, await csv('id,name', ...rows.map((row) => row.join())));
              model = [{ version, rows: each.what === 'append' ? [...newest.rows, ...rows] : rows }, ...model];
              break;
            }
            case 'restore': {
              const chosen = earlier[each.at % Math.max(1, earlier.length)];
              if (!chosen) break;
              await restore(dataset, chosen.version);
              model = [{ version, rows: chosen.rows }, ...model];
              break;
            }
            case 'keep':
              keep = each.keep;
              await keepVersions(workspace, keep);
              break;
          }
          model = model.slice(0, keep + 1);
          expect(listVersions(workspace, dataset.id).map(({ version: shown, rows }) => [shown, rows])).toEqual(
            model.map((one) => [one.version, one.rows.length]),
          );
          for (const one of model) expect(await rowsOf({ ...dataset, version: one.version })).toEqual(one.rows);
        }
        await sweep(workspace);
        const owned = model.map(({ version }) => `d_${dataset.id}_${version}`);
        expect((await tables()).filter((name) => name.startsWith('d_'))).toEqual(owned.toSorted());
        await removeDataset(workspace, dataset.id);
        expect(await tables()).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('read a newer file as the one before was, say how its columns differ, and keep the classes', async () => {
    const first = await loadNew('id;sum;city', '1;2.5;北京', '2;3.5;上海');
    await setSensitivity(workspace, { dataset: first.id, field: 'city', sensitivity: 'name', reason: null });
    const place = await csv('CITY;id;extra', '北京;0071;2026-01-01', '上海;0072;2026-01-02', '广州');
    const dataset = current(first);
    const plan = await planVersion(workspace, dataset, place, {});
    const differences = {
      added: [{ name: 'extra', type: 'date' }],
      gone: [{ name: 'sum', type: dataset.fields[1]?.type }],
      retyped: [{ name: 'id', from: 'integer', to: 'text' }],
    };
    expect(plan).toMatchObject({ sameOptions: true, differences });
    const { dataset: next, differences: actual } = await add(dataset, 'append', place);
    expect(actual).toEqual(differences);
    expect(next).toMatchObject({ version: 2, rows: 4, quarantined: 1, follows: { how: 'appended', version: 1 } });
    expect(next.fields.map(({ name, sensitivity }) => [name, sensitivity])).toEqual([
      ['id', 'internal'],
      ['sum', 'internal'],
      ['city', 'name'],
      ['extra', 'internal'],
    ]);
    expect(next.fields[2]).toMatchObject({ minimum: null, maximum: null });
    expect((await rowsOf(next)).map(([id, , city, extra]) => [id, city, extra])).toEqual([
      ['1', '北京', null],
      ['2', '上海', null],
      ['0071', '北京', '2026-01-01'],
      ['0072', '上海', '2026-01-02'],
    ]);
    expect(next.parts?.map(({ rows }) => rows)).toEqual([2, 2]);
    const [bad] = await workspace.warehouse.rows(sql`SELECT detail FROM ${quarantineTableOf(next)}`);
    expect(String(bad?.detail)).toMatch(/^file \d+\.csv: /);
    expect(events.at(-1)).toEqual({ type: 'dataChanged', table: first.name, version: 2 });
    expect(forgotten.length).toBeGreaterThan(0);
    await setSensitivity(workspace, { dataset: first.id, field: 'sum', sensitivity: 'amount', reason: null });
    const back = await restore(current(first), 1);
    expect(back.fields.map(({ sensitivity }) => sensitivity)).toEqual(['internal', 'amount', 'name']);
  });

  it('keep the types of the one before, and set rows aside that do not fit', async () => {
    const first = await loadNew('id,sum', '1,2', '2,3');
    const place = await csv('id,sum', '3,4', '4,about five');
    const plan = await planVersion(workspace, first, place, {});
    expect(plan).toMatchObject({
      differences: { retyped: [] },
      misfits: [{ name: 'sum', from: 'integer', to: 'text' }],
    });
    const { dataset } = await add(first, 'replace', place);
    expect(dataset).toMatchObject({ rows: 1, quarantined: 1 });
    expect(await rowsOf(dataset)).toEqual([[3, 4]]);
  });

  it('are there for repairs, too, which can be gone back on and cost no version that a file made', async () => {
    await keepVersions(workspace, 3);
    const first = await loadNew('id,sum', ...Array.from({ length: 40 }, (_, i) => `${i},1`), '90', '91', '92');
    const second = await add(first, 'append', await csv('id,sum', '7,7'));
    const repair = async (): Promise<Dataset> => {
      const { id, version } = current(first);
      const page = await readQuarantine(workspace, { dataset: id, offset: 0, limit: 1 });
      const cells = ['id', 'sum'].map((field) => ({ kind: 'written' as const, field, text: '5' }));
      const made = await repairRow(
        workspace,
        { dataset: id, version, row: page.rows[0]?.row ?? -1, cells },
        {},
        forget,
      );
      if (made.kind === 'refused') throw new Error('refused');
      return made.dataset;
    };
    expect(second.dataset).toMatchObject({ rows: 41, quarantined: 3 });
    // Two at once: one has its way, the other is told, and nothing is lost.
    const both = await Promise.allSettled([repair(), repair()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({ messageId: 'datasetMoved' });
    await repair();
    const all = await repair();
    expect(all).toMatchObject({ version: 5, rows: 44, quarantined: 0, follows: { how: 'repaired', version: 4 } });
    await putBack(workspace, { dataset: first.id, version: 5, repair: 3 }, {}, forget);
    const kept = () => listVersions(workspace, first.id).map(({ version }) => version);
    expect(kept()).toEqual([6, 5, 2, 1]);
    const again = await restore(first, 5);
    expect(again).toMatchObject({ rows: 44, quarantined: 0, repaired: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    const back = await putBack(workspace, { dataset: first.id, version: 7, repair: 1 }, {}, forget);
    expect(back).toMatchObject({ version: 8, rows: 43, quarantined: 1, follows: { how: 'putBack', version: 7 } });
    expect((await restore(first, 2)).repaired).toBeUndefined();
    await sweep(workspace);
    for (const version of kept()) expect(await rowsOf({ ...first, version })).not.toEqual([]);
    await keepVersions(workspace, 5);
  });

  it('take the way of reading that fits where the one before does not', async () => {
    const first = await loadNew('id,name', '1,张三', '2,李四');
    const place = await csv('id|name', '3|王五', '4|赵六');
    expect(await planVersion(workspace, first, place, {})).toMatchObject({
      sameOptions: false,
      differences: { added: [], gone: [], retyped: [] },
    });
    const { dataset } = await add(first, 'replace', place);
    expect(await rowsOf(dataset)).toEqual([
      [3, '王五'],
      [4, '赵六'],
    ]);
  });

  // One line is the whole of it: looked through for its end from each quote, it would keep this test beyond its time.
  it('can come from a file of another format, however long its lines are', async () => {
    const first = await loadNew('"id","name"', '"1","a"', '"2","b, c"');
    const rows = Array.from({ length: 40_000 }, (_, i) => ({ id: i, name: `"${i}", of "${'x'.repeat(40)}"` }));
    const place = join(folder, `file ${++files}.json`);
    await writeFile(place, JSON.stringify(rows));
    const { dataset, differences } = await add(first, 'replace', place);
    expect(dataset).toMatchObject({ format: 'json', rows: 40_000, quarantined: 0 });
    expect(differences).toEqual({ added: [], gone: [], retyped: [] });
  });

  it('are as before when it was given up, when the file cannot be read, and where they are computed', async () => {
    const first = await loadNew('id,name', '1,a');
    const before = { all: await tables(), dataset: current(first) };
    await expect(add(first, 'replace', await csv('id,name', '2,b'), AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
    const abort = new AbortController();
    const late = addVersion(
      workspace,
      { dataset: first.id, mode: 'append', place: await csv('id,name', '2,b') },
      { signal: abort.signal },
      async () => abort.abort(),
    );
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
    await expect(add(first, 'append', join(folder, 'nowhere.csv'))).rejects.toMatchObject({ messageId: 'fileMissing' });
    await expect(restore(first, 7)).rejects.toMatchObject({ messageId: 'versionGone' });
    expect({ all: await tables(), dataset: current(first) }).toEqual(before);
    const derived = {
      kind: 'recipe' as const,
      definition: 'r',
      definitionVersion: 1,
      sources: [{ table: 'x', version: 1, rows: 1 }],
    };
    workspace.catalogue.datasets.replace(first.id, { ...first, derived });
    await expect(add(first, 'replace', await csv('id,name', '2,b'))).rejects.toMatchObject({
      messageId: 'datasetComputed',
    });
  });
});
