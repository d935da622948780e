import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { maskedDataset, tableOf } from '#engine/datasets/index.ts';
import { load, type Place } from '#engine/intake/index.ts';
import { addVersion, replaceVersion, sourceOf } from '#engine/versions/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { ReadOptions } from '#shared/intake/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { zipOf } from '#test/support/zip.ts';
import { fileIn } from '../intake/support.ts';

const forget = async () => undefined;

test('the files of a dataset are found where they lie unchanged, however they were chosen, and no window is told where', () =>
  withWorkspace(async (workspace, { folder }) => {
    const csv = 'id,n\n1,2\n3,4\n';
    const months = join(folder, 'months');
    await mkdir(months);
    const [may, june] = [await fileIn(months, 'may.csv', csv), await fileIn(months, 'june.csv', csv)];
    await fileIn(months, 'empty.csv', 'id,n\n');
    const zip = zipOf({ 'a.csv': csv, 'b.csv': csv });
    const places: [string, Place, ReadOptions][] = [
      ['plain', await fileIn(folder, 'plain.csv', csv), {}],
      ['gzip', await fileIn(folder, 'plain.csv.gz', gzipSync(csv)), {}],
      ['utf16', await fileIn(folder, 'wide.csv', Buffer.from(`\ufeff${csv}`, 'utf16le')), {}],
      ['several', [may, june], {}],
      ['folder', months, {}],
      ['entry', await fileIn(folder, 'all.zip', zip), { entry: 'b.csv' }],
      ['together', await fileIn(folder, 'both.zip', zip), { together: true }],
    ];
    for (const [name, place, options] of places) {
      const dataset = await load(workspace, place, name, options, {});
      const paths = [place].flat();
      expect(await sourceOf(workspace, dataset.id, {}), name).toEqual({ kind: 'here', paths });
      expect(JSON.stringify(maskedDataset(dataset)), name).not.toContain(folder);
    }
    const { datasets } = workspace.catalogue;
    const ask = async (name: string) => sourceOf(workspace, datasets.get(name).id, {});
    await addVersion(workspace, { dataset: datasets.get('plain').id, mode: 'append', place: may }, {}, forget);
    expect(await ask('plain')).toEqual({ kind: 'here', paths: [join(folder, 'plain.csv'), may] });
    await writeFile(may, `${csv}5,6\n`);
    for (const name of ['plain', 'several', 'folder']) expect(await ask(name)).toEqual({ kind: 'ask', why: 'changed' });
    await rm(may);
    for (const name of ['plain', 'several']) expect(await ask(name)).toEqual({ kind: 'ask', why: 'gone' });
    const { readFrom: _, ...old } = datasets.get('gzip');
    for (const paths of [undefined, ['//server/share/a.csv'], ['\\\\server\\share\\a.csv']]) {
      const readFrom = paths ? [{ paths, sha256: old.sha256 }] : undefined;
      datasets.replace(old.id, readFrom ? { ...old, readFrom } : old);
      expect(await ask('gzip')).toEqual({ kind: 'ask', why: 'unknown' });
    }
  }));

test('read again with other options it is the next version, with every row accounted for', () =>
  withWorkspace(async (workspace, { folder }) => {
    const lines = Array.from({ length: 60 }, (_, i) => `${i},${i * 10}`);
    const place = await fileIn(folder, 'a.csv', `id,sum\n${lines.join('\n')}\n60,about 5\n`);
    const options: ReadOptions = { columns: [{ column: 'sum', type: 'integer' }] };
    const first = await load(workspace, place, 'a', options, {});
    expect(first).toMatchObject({ rows: 60, quarantined: 1 });
    const changed: ReadOptions = { ...first.options, columns: [{ column: 'sum', name: 'total', type: 'text' }] };
    const how = { before: first, place, options: changed, unsaid: 'refuse' as const };
    const next = await replaceVersion(workspace, how, {}, forget);
    expect(next).toMatchObject({
      ...{ id: first.id, version: 2, rows: 61, quarantined: 0, follows: { how: 'reread', version: 1 } },
      accounting: { ...first.accounting, loaded: 61, quarantined: 0 },
    });
    expect(next.fields.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'integer'],
      ['total', 'text'],
    ]);
    const [last] = await workspace.warehouse.rows(sql`SELECT total FROM ${tableOf(next)} WHERE id = 60`);
    expect(last).toEqual({ total: 'about 5' });
    expect(workspace.catalogue.datasets.earlier(first.id)).toEqual([first]);
  }));

test('several files follow as one table, each row with the file that it came from', () =>
  withWorkspace(async (workspace, { folder }) => {
    const first = await load(workspace, await fileIn(folder, 'may.csv', 'id,n\n1,2\n'), 'sales', {}, {});
    const more = [await fileIn(folder, 'june.csv', 'id,n\n3,4\n'), await fileIn(folder, 'july.csv', 'n,id\n6,5\n')];
    const { dataset } = await addVersion(workspace, { dataset: first.id, mode: 'append', place: more }, {}, forget);
    const rows = await workspace.warehouse.rows(sql`SELECT * FROM ${tableOf(dataset)} ORDER BY rowid`);
    expect(rows.map((row) => Object.values(row))).toEqual([
      [1, 2, 'may.csv'],
      [3, 4, 'june.csv'],
      [5, 6, 'july.csv'],
    ]);
    expect(dataset.parts?.map(({ file, rows: loaded }) => [file, loaded])).toEqual([
      ['may.csv', 1],
      ['june.csv', 1],
      ['july.csv', 1],
    ]);
  }));
