import { expect, it } from 'vitest';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, equals, failureOf, resultOf, run } from './support.ts';

const people = `id,region,city\n${Array.from({ length: 40 }, (_, i) => `K${i},${i < 12 ? 'south' : 'north'},${i % 5 === 0 ? ' Bern ' : 'Bern'}`).join('\n')}\n`;
const recipe = { name: 'tidy', table: 'people', output: 'clean', steps: [{ kind: 'trim', fields: ['city'] }] };

it('says how good tables are before and after a recipe, what to do, and which fields are of use', () =>
  withWorkspace(async (workspace, { folder }) => {
    const data = await dataFolderOf(folder, { 'people.csv': people });
    const { results } = await run(workspace, data, {
      data: [{ name: 'people', file: 'people.csv', options: { columns: [{ column: 'city', type: 'text' }] } }],
      recipes: [recipe],
      clients: { table: 'clean', key: { kind: 'field', field: 'id' } },
      quality: [{ table: 'people', asOf: '2026-06-30' }, { table: 'clean', asOf: '2026-06-30' }, { table: 'gone' }],
      segments: [equals('south', 'clean', 'region', 'south')],
    });
    const before = resultOf(results, 'quality', 'people');
    expect(before).toMatchObject({
      ...{ version: 1, rows: 40, asOf: '2026-06-30', parts: { completeness: 1, uniqueness: 1 } },
      findings: [
        {
          kind: 'spaces',
          fields: ['city'],
          rows: 8,
          sentence: { zh: 'city：8 行带有多余的空格', en: 'city: extra spaces in 8 rows' },
        },
        { kind: 'spelling', sentence: { en: 'city: spelt unlike most in 8 rows (“Bern” = “␣Bern␣”)' } },
      ],
      // What the segment and the client model use of the clean table came from these.
      utilisation: { used: 2, fields: 3, unused: ['city'] },
    });
    const after = resultOf(results, 'quality', 'clean');
    expect(Number(after.score)).toBeGreaterThan(Number(before.score));
    expect(failureOf(results, 'quality', 'gone')).toContain('“gone” does not exist');
  }));

it('assesses no table that failed to load, even where an earlier run left one', () =>
  withWorkspace(async (workspace, { folder }) => {
    const data = await dataFolderOf(folder, { 'people.csv': people });
    const of = (file: string) => ({ data: [{ name: 'people', file }], quality: [{ table: 'people' }] });
    await run(workspace, data, of('people.csv'));
    const { results } = await run(workspace, data, of('gone.csv'));
    expect(failureOf(results, 'quality', 'people')).toContain('people');
  }));

it('refuses a name that is given twice in any list', () =>
  withWorkspace(async (workspace, { folder }) => {
    const data = await dataFolderOf(folder, {});
    const twice = { quality: [{ table: 'a' }, { table: 'a' }] };
    await expect(run(workspace, data, twice)).rejects.toMatchObject({ params: { path: 'quality[1].table' } });
  }));
