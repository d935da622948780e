import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { load } from '#engine/intake/index.ts';
import { exportPlaybook, parsePlaybook } from '#engine/playbooks/index.ts';
import { addVersion } from '#engine/versions/index.ts';
import type { RunResults } from '#shared/playbook/index.ts';
import { auditIn } from '#test/support/audit.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, head, run } from './support.ts';

const sample = join('resources', 'sample');

/** What came of each definition, whatever the order and the time. */
const resultsIn = ({ definitions }: RunResults) =>
  definitions
    .map((each) => ({ of: `${each.kind} ${each.name}`, result: each.status === 'ok' ? each.result : each.error }))
    .toSorted((a, b) => (a.of < b.of ? -1 : 1));

it('a workspace that was exported gives the same results on the same files, in another one', () =>
  withWorkspace(async (first, { folder }) => {
    const playbook = JSON.parse(await readFile(join(sample, 'playbook.json'), 'utf8'));
    const before = await run(first, join(sample, 'data'), playbook);
    const target = join(folder, '方案.json');
    const written = await exportPlaybook(first, { temporary: `${target}.part`, target });
    const text = await readFile(target, 'utf8');
    expect(written).toMatchObject({ definitions: first.catalogue.definitions.list().length, remarks: [] });
    expect(auditIn(first, 'export').at(-1)).toMatchObject({ facts: { part: 'playbook', file: '方案.json' } });
    expect(text).not.toContain(folder);
    await withWorkspace(async (second) => {
      const after = await run(second, join(sample, 'data'), parsePlaybook(text, '方案.json'));
      expect(resultsIn(after.results)).toEqual(resultsIn(before.results));
    });
  }));

it('files of one name in different folders keep what tells them apart', () =>
  withWorkspace(async (workspace, { folder }) => {
    const data = await dataFolderOf(folder, {});
    for (const month of ['may', 'june']) {
      await mkdir(join(data, month));
      await writeFile(join(data, month, 'list.csv'), `id,${month}\n1,2\n`);
      await load(workspace, join(data, month, 'list.csv'), month, {}, {});
    }
    const target = join(folder, 'p.json');
    const { remarks } = await exportPlaybook(workspace, { temporary: `${target}.part`, target });
    expect(remarks).toEqual([
      { kind: 'inFolder', table: 'may', file: 'may/list.csv' },
      { kind: 'inFolder', table: 'june', file: 'june/list.csv' },
    ]);
    const written = parsePlaybook(await readFile(target, 'utf8'), 'p.json');
    await withWorkspace(async (second) => {
      await run(second, data, { data: written.data });
      for (const month of ['may', 'june'])
        expect(second.catalogue.datasets.find(month)?.fields.map(({ name }) => name)).toEqual(['id', month]);
    });
  }));

it('an empty workspace is a playbook that makes an empty one', () =>
  withWorkspace(async (workspace, { folder }) => {
    const target = join(folder, 'p.json');
    const written = await exportPlaybook(workspace, { temporary: `${target}.part`, target });
    expect(written).toMatchObject({ definitions: 0, remarks: [] });
    const { results } = await run(workspace, folder, parsePlaybook(await readFile(target, 'utf8'), 'p.json'));
    expect(results.definitions).toEqual([]);
  }));

it('names what was appended, and says what a run cannot know', () =>
  withWorkspace(async (workspace, { folder }) => {
    const month = (from: number) => `id,x\n${Array.from({ length: 30 }, (_, i) => `${from + i},${i}.5\n`).join('')}`;
    const data = await dataFolderOf(folder, { 'may.csv': month(0), 'june.csv': month(50), 'july.csv': month(90) });
    const options = { columns: [{ column: 'id', type: 'text' as const }] };
    const dataset = await load(workspace, join(data, 'may.csv'), 'months', options, {});
    const addition = { dataset: dataset.id, mode: 'append' as const, place: join(data, 'june.csv') };
    await addVersion(workspace, addition, {}, async () => undefined);
    await load(workspace, [join(data, 'june.csv'), join(data, 'july.csv')], 'chosen', {}, {});
    const target = join(folder, 'p.json');
    const { remarks } = await exportPlaybook(workspace, { temporary: `${target}.part`, target });
    expect(remarks).toEqual([{ kind: 'wholeFolder', table: 'chosen' }]);
    const written = parsePlaybook(await readFile(target, 'utf8'), 'p.json');
    expect(written).toMatchObject({ ...head, name: workspace.name });
    expect(written.data).toMatchObject([
      { name: 'months', file: 'may.csv', append: ['june.csv'] },
      { name: 'chosen', file: 'data' },
    ]);
    await withWorkspace(async (second) => {
      await run(second, data, { data: written.data.slice(0, 1) });
      const [again] = second.catalogue.datasets.list();
      const now = workspace.catalogue.datasets.find('months');
      expect(again?.sha256).toBe(now?.sha256);
      expect(again?.fields).toEqual(now?.fields);
    });
  }));
