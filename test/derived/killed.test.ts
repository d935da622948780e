import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { computeFeatures } from '#engine/features/index.ts';
import { sweep } from '#engine/intake/index.ts';
import { applyRecipe } from '#engine/recipes/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import { featuresDefinitionSchema } from '#shared/features/index.ts';
import { killAt } from '#test/support/killAt.ts';
import { addTable } from '#test/support/tables.ts';

const worker = join(import.meta.dirname, 'makingWorker.ts');

/** What each dataset holds, by name, without its version: it is computed again and again. */
async function contents({ catalogue, warehouse }: Workspace): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const dataset of catalogue.datasets.list()) {
    const rows = await warehouse.rows(sql`SELECT * FROM ${tableOf(dataset)} ORDER BY rowid`);
    found[dataset.name] = { rows, fields: dataset.fields, declared: dataset.rows };
  }
  return found;
}

test('killed while a recipe or features are computed: a whole version stands, and no other table is left', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-killed-'));
  const path = join(folder, 'w');
  try {
    const first = await openWorkspace({ path, create: true });
    const columns = [
      { name: 'k', type: 'text' as const },
      { name: 'n', type: 'integer' as const },
    ];
    const rows = Array.from({ length: 300 }, (_, i) => [`c${i % 40}`, i]);
    await addTable(first, 'raw', columns, rows);
    const { definitions } = first.catalogue;
    const double = { kind: 'compute', enabled: true, into: 'm', expression: '[n] * 2' } as const;
    definitions.create('recipe', 'r', { table: 'raw', output: 'clean', steps: [double] });
    definitions.create('clients', 'c', {
      ...{ table: 'raw', key: { kind: 'field', field: 'k' } },
      facts: [{ table: 'clean', field: 'k' }],
    });
    const sum = { name: 's', table: 'clean', aggregate: 'sum', field: 'm' };
    const body = { output: 'figures', asOf: { kind: 'date', date: '2026-01-01' }, features: [sum] };
    definitions.create('features', 'f', featuresDefinitionSchema.parse(body));
    await applyRecipe(first, 'r', 'refuse', {});
    await computeFeatures(first, 'f', {});
    const whole = await contents(first);
    expect(Object.keys(whole).toSorted()).toEqual(['clean', 'figures', 'raw']);
    await closeWorkspace(first);
    for (const line of [1, 6]) {
      await killAt(line, worker, path);
      const found = await openWorkspace({ path });
      await sweep(found);
      expect(await contents(found)).toEqual(whole);
      expect(found.catalogue.audit.verify()).toBeNull();
      const { datasets } = found.catalogue;
      const [tables] = await found.warehouse.rows(
        sql`SELECT count(*) AS n FROM duckdb_tables() WHERE table_name LIKE 'd\\_%' ESCAPE '\\'`,
      );
      expect(tables?.n).toBe(datasets.list().length + datasets.allEarlier().length);
      await closeWorkspace(found);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
