import { expect, test } from 'vitest';
import { dataFolderOf, equals, failureOf, resultOf, run } from '#test/playbooks/support.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const csv = 'id,name,amount\n1, a ,"1,000元"\n2,b,2万\n2,c,x\n';

test('a playbook cleans before it asks who the clients are, in order, and only what has changed', () =>
  withWorkspace(async (workspace, { folder }) => {
    const data = await dataFolderOf(folder, { 'raw.csv': csv });
    const playbook = (percent: string) => ({
      data: [{ name: 'raw', file: 'raw.csv' }],
      recipes: [
        {
          name: 'then',
          table: 'once',
          output: 'twice',
          steps: [{ kind: 'dedupe', keys: ['id'], keep: { kind: 'first' } }],
        },
        { name: 'first', table: 'raw', output: 'once', steps: [{ kind: 'amounts', fields: ['amount'], percent }] },
        { name: 'wrong', table: 'raw', output: 'never', steps: [{ kind: 'trim', fields: ['gone'] }] },
        { name: 'after', table: 'never', output: 'nor', steps: [] },
      ],
      clients: { table: 'twice', key: { kind: 'field', field: 'id' } },
      segments: [equals('rich', 'twice', 'amount', 20_000)],
    });
    const { results } = await run(workspace, data, playbook('fraction'));
    expect(resultOf(results, 'recipe', 'first')).toMatchObject({
      ...{ dataset: 'once', version: 1, rows: 3, passedOver: [] },
      steps: [
        { kind: 'amounts', changedCells: 3, columns: [{ field: 'amount', changed: 3, unread: 1, added: false }] },
      ],
    });
    expect(resultOf(results, 'recipe', 'then')).toMatchObject({ rowsBefore: 3, rows: 2 });
    expect(resultOf(results, 'segment', 'rich')).toMatchObject({ clients: 1, base: 2 });
    expect(failureOf(results, 'recipe', 'wrong')).toContain('Step 1 of the recipe “wrong” does not fit');
    expect(failureOf(results, 'recipe', 'after')).toContain('“never”');

    const again = await run(workspace, data, playbook('fraction'));
    expect(resultOf(again.results, 'recipe', 'then')).toMatchObject({ version: 1 });
    const changed = await run(workspace, data, playbook('points'));
    expect(resultOf(changed.results, 'recipe', 'first')).toMatchObject({ version: 2 });
    expect(resultOf(changed.results, 'recipe', 'then')).toMatchObject({ version: 2 });
  }));

test('a dataset made from a file is not taken for the file', () =>
  withWorkspace(async (workspace, { folder }) => {
    const data = await dataFolderOf(folder, { 'raw.csv': csv });
    const steps = [{ kind: 'filter', action: 'drop', conditions: [{ field: 'id', test: { op: 'eq', value: 1 } }] }];
    const recipes = [{ name: 'r', table: 'raw', output: 'out', steps }];
    await run(workspace, data, { data: [{ name: 'raw', file: 'raw.csv' }], recipes });
    expect(workspace.catalogue.datasets.get('out').rows).toBe(2);
    const { results } = await run(workspace, data, { data: [{ name: 'out', file: 'raw.csv' }] });
    expect(resultOf(results, 'data', 'out')).toMatchObject({ rows: 3 });
  }));
