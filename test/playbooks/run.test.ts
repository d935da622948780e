import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { tableName } from '#engine/datasets/index.ts';
import { parsePlaybook, runPlaybook } from '#engine/playbooks/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { controlsOff } from '../../main/cli/run.ts';
import { dataFolderOf, equals, failureOf, head, outcomeOf, reportOn, resultOf, run } from './support.ts';

const people = `id,region,phone\n${Array.from({ length: 30 }, (_, i) => `${i},${i < 12 ? 'south' : 'north'},138000000${String(i).padStart(2, '0')}`).join('\n')}\n`;
const model = {
  data: [{ name: 'people', file: 'people.csv' }],
  clients: { table: 'people', key: { kind: 'field', field: 'id' } },
};
const south = equals('south', 'people', 'region', 'south');

describe('runPlaybook', () => {
  it('runs data, clients, segments and reports in order', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, { 'people.csv': people });
      const { results, reports } = await run(workspace, data, {
        ...model,
        segments: [south],
        reports: [reportOn('r', 'south')],
      });
      expect(results.definitions.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
        'data ok',
        'clients ok',
        'segment ok',
        'report ok',
      ]);
      expect(resultOf(results, 'data', 'people')).toMatchObject({ rows: 30, quarantined: 0, file: 'people.csv' });
      expect(resultOf(results, 'clients', 'clients')).toMatchObject({ clients: 30, duplicateRows: 0 });
      expect(resultOf(results, 'segment', 'south')).toEqual({ clients: 12, base: 30, share: 0.4 });
      expect(results.files).toEqual(['r.pdf']);
      expect(reports.get('r')?.html).toContain('“south”有 12 户');
      expect(workspace.catalogue.definitions.list().map(({ kind, name }) => `${kind} ${name}`)).toEqual([
        'clients clients',
        'segment south',
        'report r',
      ]);
    }));

  it('records what fails and goes on with the rest', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, { 'people.csv': people });
      const { results } = await run(workspace, data, {
        ...model,
        data: [{ name: 'gone', file: 'gone.csv' }, ...model.data, { name: 'folder', file: '.' }],
        segments: [equals('wrong', 'people', 'no such field', 1), south],
        reports: [reportOn('broken', 'south', 'wrong'), reportOn('lost', 'nowhere'), reportOn('whole', 'south')],
      });
      expect(failureOf(results, 'data', 'gone')).toContain('gone.csv');
      expect(resultOf(results, 'data', 'folder')).toMatchObject({ rows: 30 });
      expect(failureOf(results, 'segment', 'wrong')).toContain('no such field');
      expect(failureOf(results, 'report', 'broken')).toContain('no such field');
      expect(failureOf(results, 'report', 'lost')).toContain('There is no segment “nowhere”');
      expect(resultOf(results, 'segment', 'south')).toMatchObject({ clients: 12 });
      expect(resultOf(results, 'report', 'whole')).toMatchObject({ files: ['whole.pdf'] });
      const outcome = outcomeOf(results, 'data', 'gone');
      expect(outcome.status === 'error' && outcome.error.message.zh).toContain('找不到文件');
    }));

  it('reads nothing outside the data folder, by no path and no link', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, {});
      await writeFile(join(folder, 'secret.csv'), people);
      await symlink(join(folder, 'secret.csv'), join(data, 'link.csv'));
      await symlink(folder, join(data, 'up'));
      const files = ['../secret.csv', join(folder, 'secret.csv'), 'link.csv', 'up/secret.csv'];
      const { results } = await run(workspace, data, { data: files.map((file) => ({ name: file, file })) });
      for (const file of files) expect(failureOf(results, 'data', file)).toContain('outside the data folder');
      expect(workspace.catalogue.datasets.list()).toEqual([]);
    }));

  it('reads a file again only when it or its options changed, and saves a version only when it changed', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, { 'people.csv': people });
      const playbook = { ...model, segments: [south], reports: [reportOn('r', 'south')] };
      const first = await run(workspace, data, playbook);
      const version = () => workspace.catalogue.datasets.get('people').version;
      const loaded = version();
      const second = await run(workspace, data, playbook);
      expect(version()).toBe(loaded);
      expect(workspace.catalogue.definitions.list().map(({ version }) => version)).toEqual([1, 1, 1]);
      expect(second.reports.get('r')?.hash).toBe(first.reports.get('r')?.hash);
      expect(second.reports.get('r')?.html).toBe(first.reports.get('r')?.html);

      const asText = [{ name: 'people', file: 'people.csv', options: { columns: [{ column: 'id', type: 'text' }] } }];
      await run(workspace, data, { ...playbook, data: asText });
      expect(version()).toBe(loaded + 1);

      await writeFile(join(data, 'people.csv'), people.replace('0,south', '0,north'));
      const third = await run(workspace, data, {
        ...playbook,
        segments: [equals('south', 'people', 'region', 'north')],
      });
      expect(resultOf(third.results, 'segment', 'south')).toMatchObject({ clients: 19 });
      expect(workspace.catalogue.definitions.get('segment', 'south').version).toBe(2);
      expect(third.reports.get('r')?.hash).not.toBe(first.reports.get('r')?.hash);
      expect(workspace.catalogue.datasets.list()).toHaveLength(1);
    }));

  it('appends files in order, once each, and reads all anew where one or its options changed', () =>
    withWorkspace(async (workspace, { folder }) => {
      const month = (n: number, extra = '') => `id,v${extra && ',w'}\n${n},${n}0${extra}\n${n}x,${n}1${extra}\n`;
      const data = await dataFolderOf(folder, { '1.csv': month(1), '2.csv': month(2), '3.csv': month(3, ',9') });
      const provide = async (append: string[], options = {}) => {
        const { results } = await run(workspace, data, { data: [{ name: 'months', file: '1.csv', append, options }] });
        const { rows, version, fields } = workspace.catalogue.datasets.get('months');
        const error = results.definitions[0]?.status === 'error' && results.definitions[0].error.message.en;
        return { rows, version, fields: fields.length, ...(error ? { error } : {}) };
      };
      expect(await provide(['2.csv'])).toEqual({ rows: 4, version: 2, fields: 2 });
      expect(await provide(['2.csv'])).toEqual({ rows: 4, version: 2, fields: 2 });
      expect(await provide(['2.csv', '3.csv'])).toEqual({ rows: 6, version: 3, fields: 3 });
      expect(await provide(['2.csv', '3.csv', 'gone.csv'])).toMatchObject({
        version: 3,
        error: expect.stringContaining('gone.csv'),
      });
      expect(await provide(['2.csv', '3.csv'], { columns: [{ column: 'v', type: 'text' }] })).toMatchObject({
        ...{ rows: 6, version: 6 },
      });
      expect(await provide(['3.csv'])).toMatchObject({ rows: 4, version: 8 });
      expect(await provide([])).toMatchObject({ rows: 2, version: 9, fields: 2 });
      await writeFile(join(data, '1.csv'), month(7));
      expect(await provide(['2.csv'])).toMatchObject({ rows: 4, version: 11 });
      await writeFile(join(data, '3.csv'), '');
      expect(await provide(['2.csv', '3.csv'])).toMatchObject({
        rows: 4,
        version: 11,
        error: expect.stringContaining('3.csv'),
      });
    }));

  it('holds data against control figures, exactly, and says what is off', () =>
    withWorkspace(async (workspace, { folder }) => {
      const sums = `id,v\n${Array.from({ length: 30 }, (_, i) => `${i},0.1`).join('\n')}\n`;
      const data = await dataFolderOf(folder, { 'sums.csv': sums });
      const controls = [
        { field: 'v', figure: '3.0' },
        { field: null, figure: '31' },
      ];
      const { results } = await run(workspace, data, { data: [{ name: 'sums', file: 'sums.csv', controls }] });
      expect(resultOf(results, 'data', 'sums')).toMatchObject({
        controls: [
          { field: 'v', actual: '3', difference: '0', matched: true },
          { field: null, actual: '30', difference: '-1', matched: false },
        ],
      });
      expect(controlsOff(results)).toMatchObject([{ name: 'sums', field: null, difference: '-1' }]);
    }));

  it('keeps a dataset whose file has gone, and computes nothing from it', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, { 'people.csv': people });
      const playbook = { ...model, segments: [south], reports: [reportOn('r', 'south')] };
      await run(workspace, data, playbook);
      await writeFile(join(data, 'people.csv'), '');
      const { results } = await run(workspace, data, playbook);
      expect(workspace.catalogue.datasets.get('people').rows).toBe(30);
      expect(failureOf(results, 'segment', 'south')).toContain('people');
      expect(failureOf(results, 'clients', 'clients')).toContain('people');
      expect(outcomeOf(results, 'report', 'r').status).toBe('error');
      await rm(join(data, 'people.csv'));
      expect(failureOf((await run(workspace, data, playbook)).results, 'data', 'people')).toContain('cannot be found');
    }));

  it('has the old dataset until the next version is whole, and keeps it as an earlier one', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, { 'people.csv': people });
      await run(workspace, data, model);
      const { datasets } = workspace.catalogue;
      const old = datasets.get('people');
      await writeFile(join(data, 'people.csv'), `${people}99,south,\n`);
      // The moment at which a kill would be felt most: the new one is loaded, the old one not yet gone.
      const exchange = vi.spyOn(datasets, 'supersede').mockImplementationOnce(() => {
        expect(datasets.get('people')).toEqual(old);
        throw new Error('killed');
      });
      await run(workspace, data, model);
      expect(exchange).toHaveBeenCalledOnce();
      expect(datasets.list()).toEqual([old]);
      await run(workspace, data, model);
      const { id } = old;
      expect(datasets.list()).toMatchObject([{ id, version: 2, rows: 31, follows: { how: 'replaced', version: 1 } }]);
      expect(datasets.earlier(id)).toEqual([old]);
      expect(
        await workspace.warehouse.rows(
          sql`SELECT table_name AS t FROM duckdb_tables() WHERE table_name LIKE 'd_%' ORDER BY 1`,
        ),
      ).toEqual([1, 2].map((version) => ({ t: tableName({ id, version }) })));
    }));

  it('takes a segment that refers to one further down', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, { 'people.csv': people });
      const items = [{ kind: 'segment', segment: 'south' }];
      const rest = { name: 'rest', rule: { kind: 'group', combine: 'and', negate: true, items } };
      const { results, reports } = await run(workspace, data, {
        ...model,
        segments: [rest, south],
        reports: [reportOn('r', 'rest')],
      });
      expect(resultOf(results, 'segment', 'rest')).toMatchObject({ clients: 18 });
      expect(reports.get('r')?.html).toContain('被引用');
    }));

  it('masks values of identity fields in the SQL parameters and in the report', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, { 'people.csv': people });
      const phone = '13800000007';
      const segments = [equals('by phone', 'people', 'phone', phone)];
      const { results, reports } = await run(workspace, data, {
        ...model,
        segments,
        reports: [reportOn('r', 'by phone')],
      });
      const outcome = outcomeOf(results, 'segment', 'by phone');
      expect(outcome.status === 'ok' && outcome.provenance?.parameters).toContain('138****0007');
      expect(resultOf(results, 'segment', 'by phone')).toMatchObject({ clients: 1 });
      expect(JSON.stringify(results)).not.toContain(phone);
      expect(reports.get('r')?.html).not.toContain(phone);
      expect(reports.get('r')?.html).toContain('138****0007');
    }));

  it('names tables by their datasets, so that two workspaces give the same results', async () => {
    const once = () =>
      withWorkspace(async (workspace, { folder }) => {
        const data = await dataFolderOf(folder, { 'people.csv': `${people}0,south,\n` });
        const { results } = await run(workspace, data, { ...model, segments: [south] });
        return JSON.stringify(results).replace(/"milliseconds":[\d.]+/g, '');
      });
    expect(await once()).toBe(await once());
  });

  it('ends at once when it is cancelled, and says so when the data folder is missing', () =>
    withWorkspace(async (workspace, { folder }) => {
      const data = await dataFolderOf(folder, { 'people.csv': people });
      const playbook = parsePlaybook(JSON.stringify({ ...head, ...model }), 'p.json');
      const options = { dataDir: data, reports: false } as const;
      await expect(runPlaybook(workspace, playbook, options, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'cancelled',
      });
      expect(workspace.catalogue.datasets.list()).toEqual([]);
      await expect(
        runPlaybook(workspace, playbook, { ...options, dataDir: join(folder, 'none') }),
      ).rejects.toMatchObject({
        messageId: 'dataFolderMissing',
      });
    }));
});
