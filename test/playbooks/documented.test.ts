import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, resultOf, run } from './support.ts';

const clients = ['id,region', ...Array.from({ length: 40 }, (_, i) => `${i},${i % 2 ? 'south' : 'north'}`)].join('\n');
const payments = ['client,amount', ...Array.from({ length: 40 }, (_, i) => `${i},${i * 10}`)].join('\n');

it('runs the example of docs/playbook.md', () =>
  withWorkspace(async (workspace, { folder }) => {
    const text = await readFile('docs/playbook.md', 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const data = await dataFolderOf(folder, { 'clients.csv': clients, 'payments.csv': payments });
    const { results } = await run(workspace, data, JSON.parse(example));
    // Odd clients from 11 on: those of 10 and more with an amount of at least 100.
    expect(resultOf(results, 'segment', 'active in the south')).toEqual({ clients: 15, base: 40, share: 0.375 });
    expect(resultOf(results, 'report', 'overview')).toMatchObject({ files: ['overview.pdf'] });
  }));
