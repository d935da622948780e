import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, load } from '#engine/intake/index.ts';
import { addVersion, replacePart, sourceOf } from '#engine/versions/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn, quarantineOf, rowsOf } from '../intake/support.ts';

const forget = async () => undefined;
const linesOf = async (workspace: Workspace, dataset: Dataset) =>
  (await rowsOf(workspace, dataset)).map((row) => Object.values(row).join(' '));
const countsOf = ({ parts = [] }: Dataset) =>
  parts.map(({ file, rows, quarantined }) => `${file} ${rows} ${quarantined}`);
const replace = (workspace: Workspace, { id, version }: Dataset, at: number, place: string) =>
  replacePart(workspace, { dataset: id, version, at, place }, {}, forget);

test('one month of a folder is replaced: its rows, its quarantine and its counts, and no other', () =>
  withWorkspace(async (workspace, { folder }) => {
    const months = join(folder, '月报');
    await mkdir(months);
    await fileIn(months, '1月.csv', 'id,n\n1,10\n2,20\n');
    // The wrong one: a text where amounts are, a column too many, and a row that does not fit.
    const wrong = await fileIn(months, '2月.csv', 'id,n,备注\n3,about 30,x\n4,40,y\n4,1,2,3,4\n');
    await fileIn(months, '3月.csv', 'id,n\n5,50\n');
    const first = await load(workspace, months, '月报', {}, {});
    expect(countsOf(first)).toEqual(['1月.csv 2 0', '2月.csv 2 1', '3月.csv 1 0']);
    expect(first.fields.find(({ name }) => name === 'n')?.type).toBe('text');
    await fileIn(months, '2月.csv', 'n,id\n31,3\n41,4\n61,6\n1\n');
    const next = await replace(workspace, first, 1, wrong);
    expect(await linesOf(workspace, next)).toEqual([
      ...['1 10 1月.csv', '2 20 1月.csv', '3 31 2月.csv', '4 41 2月.csv', '6 61 2月.csv', '5 50 3月.csv'],
    ]);
    expect(countsOf(next)).toEqual(['1月.csv 2 0', '2月.csv 3 1', '3月.csv 1 0']);
    expect(next).toMatchObject({ version: 2, rows: 6, quarantined: 1, follows: { how: 'partReplaced', version: 1 } });
    expect(next.accounting).toMatchObject({ records: 10, header: 3, loaded: 6, quarantined: 1 });
    expect((await quarantineOf(workspace, next)).map(({ text }) => text)).toEqual(['1']);
    // What only the wrong file brought is gone with it.
    expect(next.fields.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'id integer',
      'n integer',
      '来源文件 text',
    ]);
    // The folder as it is now is what was read.
    expect(next.sha256).toBe(await hashOf(workspace, months, next, {}));
    expect(await sourceOf(workspace, next.id, {})).toEqual({ kind: 'here', paths: [months] });
    const again = await load(workspace, months, '再读', {}, {});
    expect(await linesOf(workspace, again)).toEqual(await linesOf(workspace, next));
    expect(again.bytes).toBe(next.bytes);
    expect(workspace.catalogue.datasets.earlier(first.id)).toEqual([first]);
  }));

test('of files appended one after the other, rows are told by their order; a file that fails changes nothing', () =>
  withWorkspace(async (workspace, { folder }) => {
    const month = (name: string, csv: string) => fileIn(folder, name, csv);
    const first = await load(workspace, await month('jan.csv', 'id,n\n1,10\n2,20\n'), 's', {}, {});
    const append = async (place: string) =>
      (await addVersion(workspace, { dataset: first.id, mode: 'append', place }, {}, forget)).dataset;
    await append(await month('feb.csv', 'id,n\n3,30\n'));
    const all = await append(await month('mar.csv', 'id,n\n4,40\n'));
    const tables = () => workspace.warehouse.rows(sql`SELECT table_name FROM duckdb_tables() ORDER BY 1`);
    const before = await tables();
    const refused = async (at: number, place: string, messageId: string, version = all.version) => {
      const wanted = { dataset: all.id, version, at, place };
      await expect(replacePart(workspace, wanted, {}, forget)).rejects.toMatchObject({ messageId });
      expect(workspace.catalogue.datasets.byId(all.id)).toEqual(all);
      expect(await tables()).toEqual(before);
    };
    await refused(1, await month('empty.csv', 'id,n\n'), 'fileHeaderOnly');
    await refused(3, join(folder, 'jan.csv'), 'partMissing');
    await refused(1, join(folder, 'jan.csv'), 'datasetMoved', 1);
    const next = await replace(workspace, all, 1, await month('feb2.csv', 'id,n\n3,33\n9,99\n'));
    expect(await linesOf(workspace, next)).toEqual(['1 10', '2 20', '3 33', '9 99', '4 40']);
    expect(countsOf(next)).toEqual(['jan.csv 2 0', 'feb2.csv 2 0', 'mar.csv 1 0']);
    const paths = ['jan.csv', 'feb2.csv', 'mar.csv'].map((name) => join(folder, name));
    expect(await sourceOf(workspace, next.id, {})).toEqual({ kind: 'here', paths });
    expect((await replace(workspace, next, 2, join(folder, 'jan.csv'))).file).toBe('jan.csv');
  }));

test('two files of one name cannot be told apart, and are not', () =>
  withWorkspace(async (workspace, { folder }) => {
    const [a, b] = [await fileIn(folder, 'a.csv', 'id\n1\n'), await fileIn(folder, 'b.csv', 'id\n2\n')];
    const both = await load(workspace, [a, b], 's', {}, {});
    await expect(replace(workspace, both, 1, a)).rejects.toMatchObject({ messageId: 'partNameTaken' });
    const twice = { ...both, parts: (both.parts ?? []).map((part) => ({ ...part, file: 'a.csv' })) };
    workspace.catalogue.datasets.replace(both.id, twice);
    await expect(replace(workspace, both, 1, b)).rejects.toMatchObject({ messageId: 'partUnclear' });
  }));

test('replaced by itself a file is as it was; by another, the table is that of the files read together', () =>
  withWorkspace(async (workspace, { folder }) => {
    const cell = fc.constantFrom('1', '20', '-3', '2026-01-02', 'x', '007', '');
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 });
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(table, { minLength: 3, maxLength: 3 }), table, fc.nat(2), async (all, other, at) => {
        const place = join(folder, String(made++));
        await mkdir(place);
        const csv = (rows: [string, string][]) => `k,v,w\n${rows.map((row) => [7, ...row].join(',')).join('\n')}\n`;
        const paths = [];
        for (const [i, rows] of all.entries()) paths.push(await fileIn(place, `${i}.csv`, csv(rows)));
        const before = await load(workspace, paths, `t${made}`, {}, {});
        const same = await replace(workspace, before, at, paths[at] ?? '');
        expect(await linesOf(workspace, same)).toEqual(await linesOf(workspace, before));
        expect(same.fields).toEqual(before.fields);
        expect([same.sha256, countsOf(same), same.bytes]).toEqual([before.sha256, countsOf(before), before.bytes]);
        await fileIn(place, `${at}.csv`, csv(other));
        const next = await replace(workspace, same, at, paths[at] ?? '');
        const together = await load(workspace, paths, `u${made}`, {}, {});
        expect(countsOf(next)).toEqual(countsOf(together));
        expect(next.sha256).toBe(together.sha256);
        expect([next.rows, next.quarantined]).toEqual([together.rows, together.quarantined]);
      }),
      { numRuns: runs(4, 40) },
    );
  }));
