import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repairSheet } from '#engine/intake/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, failureOf, resultOf, run } from './support.ts';

const may = `id,amount\n${Array.from({ length: 30 }, (_, i) => `${i},${i}.5`).join('\n')}\n30\n`;
const june = `id,amount\n${Array.from({ length: 30 }, (_, i) => `${i + 40},${i}.5`).join('\n')}\n70\n`;
const columns = [{ column: 'amount', type: 'number' }];
const data = (more: object) => ({ data: [{ name: 'sums', file: 'may.csv', options: { columns }, ...more }] });

/** The sheet of what is in quarantine now, the rows of each line in `amounts` mended, the others deleted. */
async function mend(workspace: Workspace, path: string, amounts: Readonly<Record<string, string>>) {
  const dataset = workspace.catalogue.datasets.find('sums');
  if (!dataset) throw new Error('no dataset');
  let sheet = '';
  for await (const part of repairSheet(workspace, dataset, { format: 'csv', locale: 'en', leftOut: 'shown' }))
    sheet += part;
  const source = dataset.fields.slice(2).map(({ name }) => name);
  const mended = sheet.split('\r\n').flatMap((line) => {
    const [, number = '', file = '', check = ''] = /^(\d+),([^,]*),(c[0-9a-f]+),/.exec(line) ?? [];
    const amount = amounts[`${file}${number}`];
    return amount === undefined ? [] : [[number, file, check, '30', amount, ...source.map(() => file)].join(',')];
  });
  const header = ['_line', '_file', '_check', 'id', 'amount', ...source].join(',');
  await writeFile(path, [header, ...mended].join('\n'));
}

it('takes in what was mended, once, and anew where the sheet says something else', () =>
  withWorkspace(async (workspace, { folder }) => {
    const root = await dataFolderOf(folder, { 'may.csv': may, 'june.csv': june });
    const sheet = join(root, 'mended.csv');
    const first = await run(workspace, root, data({}));
    expect(resultOf(first.results, 'data', 'sums')).toMatchObject({ rows: 30, quarantined: 1, version: 1 });
    await mend(workspace, sheet, { 32: '7.25' });
    const playbook = data({ repairs: 'mended.csv', controls: [{ field: 'amount', figure: '457.25', tolerance: '0' }] });
    const matched = { controls: [{ matched: true }] };
    const second = await run(workspace, root, playbook);
    expect(resultOf(second.results, 'data', 'sums')).toMatchObject({
      rows: 31,
      quarantined: 0,
      version: 2,
      ...matched,
    });
    const third = await run(workspace, root, playbook);
    expect(resultOf(third.results, 'data', 'sums')).toMatchObject({ rows: 31, version: 2, ...matched });
    // Mended otherwise: the file is read anew, so that nothing of the first mending stays.
    await writeFile(sheet, (await readFile(sheet, 'utf8')).replace('7.25', '8.25'));
    const fourth = await run(workspace, root, playbook);
    expect(resultOf(fourth.results, 'data', 'sums')).toMatchObject({
      ...{ rows: 31, quarantined: 0, version: 4 },
      controls: [{ matched: false, difference: '1' }],
    });
  }));

it('refuses a sheet of another file, and nothing is computed from what it was for', () =>
  withWorkspace(async (workspace, { folder }) => {
    const root = await dataFolderOf(folder, { 'may.csv': may, 'june.csv': june });
    await run(workspace, root, data({}));
    await mend(workspace, join(root, 'mended.csv'), { 32: '7.25' });
    const playbook = { ...data({ file: 'june.csv', repairs: 'mended.csv' }), quality: [{ table: 'sums' }] };
    const { results } = await run(workspace, root, playbook);
    expect(failureOf(results, 'data', 'sums')).toContain('not in the quarantine of this dataset');
    expect(failureOf(results, 'quality', 'sums')).toContain('sums');
  }));

it('mends rows of several files by one sheet', () =>
  withWorkspace(async (workspace, { folder }) => {
    const root = await dataFolderOf(folder, { 'may.csv': may, 'june.csv': june });
    const sheet = join(root, 'mended.csv');
    const both = { append: ['june.csv'] };
    const first = await run(workspace, root, data(both));
    expect(resultOf(first.results, 'data', 'sums')).toMatchObject({ rows: 60, quarantined: 2, version: 2 });
    const { results } = await run(workspace, root, data({ ...both, repairs: 'mended.csv' }));
    expect(failureOf(results, 'data', 'sums')).toContain('mended.csv');
    await mend(workspace, sheet, { 'may.csv32': '1.5', 'june.csv32': '2.5' });
    const done = await run(workspace, root, data({ ...both, repairs: 'mended.csv' }));
    expect(resultOf(done.results, 'data', 'sums')).toMatchObject({ rows: 62, quarantined: 0 });
  }));
