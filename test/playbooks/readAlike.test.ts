import { expect, test } from 'vitest';
import { inspect, load } from '#engine/intake/index.ts';
import { isReadAlike } from '#engine/playbooks/readAlike.ts';
import { type ReadOptions, readOptionsSchema } from '#shared/intake/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn } from '../intake/support.ts';

/** For every option a value that the file below is not read with. */
const changed = {
  format: 'jsonl',
  encoding: 'gb18030',
  delimiter: ';',
  quote: "'",
  escape: '\\',
  comment: '#',
  header: false,
  headerRows: 2,
  totals: true,
  columnStarts: [0, 3],
  skip: 1,
  sheet: 'other',
  entry: 'b.csv',
  together: true,
  range: 'A1:B2',
  columns: [{ column: '额', skip: true }],
} satisfies Required<ReadOptions>;

test('a dataset is kept only where every option is the one it was read with', () =>
  withWorkspace(async (workspace, { folder }) => {
    const path = await fileIn(folder, 'a.csv', `编号,额\n${'甲,1\n'.repeat(5)}`);
    const loaded = await load(workspace, path, 'a', {}, {});
    const preview = await inspect(workspace, path, {}, {});
    expect(isReadAlike(loaded, preview, {})).toBe(true);
    // As if the file were in an archive, and a sheet: then those options count, too.
    const used: ReadOptions = { ...loaded.options, entry: 'a.csv', sheet: 's' };
    const dataset = { ...loaded, options: used };
    const there = { ...preview, entry: 'a.csv', sheet: 's' };
    expect(isReadAlike(dataset, there, {})).toBe(true);
    for (const key of readOptionsSchema.keyof().options) {
      expect(isReadAlike(dataset, there, { [key]: changed[key] }), `${key} given`).toBe(false);
      const before = { ...dataset, options: { ...used, [key]: changed[key] } };
      if (key !== 'columns') expect(isReadAlike(before, there, {}), `${key} no longer given`).toBe(false);
    }
  }));

test.for([
  ['a.csv', '# x\n编号,额\n甲,1\n乙,2\n合计,3\n', {}],
  ['a.csv', '编号,额\n甲,1\n乙,2\n合计,3\n', { totals: false, comment: '', headerRows: 1 }],
  ['a.txt', '编号 额\n甲   1\n乙   2\n', { columnStarts: [0, 5] }],
  ['a.json', '[{"a":1},{"a":2}]', {}],
  ['a.jsonl', '{"a":1}\n{"a":2}\n', { encoding: 'utf-8' }],
] as const)('%s read again the same way is kept', ([name, content, options]) =>
  withWorkspace(async (workspace, { folder }) => {
    const path = await fileIn(folder, name, content);
    const given = readOptionsSchema.parse(options);
    const dataset = await load(workspace, path, 'a', given, {});
    expect(isReadAlike(dataset, await inspect(workspace, path, given, {}), given)).toBe(true);
  }),
);
