import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sweep } from '#engine/intake/index.ts';
import { makeMatch } from '#engine/matching/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';
import { killAt } from '#test/support/killAt.ts';
import { addTable } from '#test/support/tables.ts';

const worker = join(import.meta.dirname, 'makingWorker.ts');

test('killed while a list is made: clients, lineage and facts are of one version, and no other table is left', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-killed-'));
  const path = join(folder, 'w');
  try {
    const first = await openWorkspace({ path, create: true });
    const columns = ['no', 'phone'].map((name) => ({ name, type: 'text' as const }));
    for (const name of ['A', 'B', 'F']) await addTable(first, name, columns, [[name, '13800000001']]);
    const list = (table: string) => ({ table, fields: { phone: 'phone' }, key: 'no', date: null });
    first.catalogue.definitions.create('match', 'm', {
      ...{ output: 'all', idColumn: 'id', keys: ['phone'], sharedBy: 2, nearNames: false, decisions: [] },
      lists: [list('A'), list('B')],
      attributes: [{ name: 'phone', role: 'phone', rule: { kind: 'first' } }],
      facts: [{ table: 'F', field: 'no', list: 'A', output: 'FA' }],
    });
    await makeMatch(first, 'm', {});
    await closeWorkspace(first);
    for (const line of [5, 14]) {
      await killAt(line, worker, path);
      const found = await openWorkspace({ path });
      await sweep(found);
      const datasets = found.catalogue.datasets.list();
      const made = datasets.filter(({ derived }) => derived);
      expect(made.map(({ name }) => name).toSorted()).toEqual(['FA', 'all', 'all 血缘']);
      expect(new Set(made.map(({ version }) => version)).size).toBe(1);
      const [tables] = await found.warehouse.rows(
        sql`SELECT count(*) AS n FROM duckdb_tables() WHERE table_name LIKE 'd\\_%' ESCAPE '\\'`,
      );
      expect(tables?.n).toBe(datasets.length + found.catalogue.datasets.allEarlier().length);
      await closeWorkspace(found);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
