import { expect, test } from 'vitest';
import { computeFeatures } from '#engine/features/index.ts';
import { applyRecipe } from '#engine/recipes/index.ts';
import { previewReport } from '#engine/reports/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { featuresDefinitionSchema } from '#shared/features/index.ts';
import { datasetSchema } from '#shared/intake/index.ts';
import { reportDefinitionSchema } from '#shared/reports/index.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { reportDocument } from '../../main/engine/reports/document.ts';
import { facts, segment } from './support.ts';

/** Clients, and a raw table of them, cleaned by a recipe; features of that; a segment by one; a report of it. */
async function made(workspace: Workspace, expression: string) {
  const { definitions } = workspace.catalogue;
  const columns = [
    { name: 'k', type: 'text' as const },
    { name: 'n', type: 'integer' as const },
  ];
  const rows = Array.from({ length: 60 }, (_, i) => [`c${i}`, i]);
  await addTable(workspace, 'raw', columns, rows);
  await addTable(
    workspace,
    'people',
    columns.slice(0, 1),
    rows.map((row) => row.slice(0, 1)),
  );
  const step = { kind: 'compute', enabled: true, into: 'm', expression } as const;
  definitions.create('recipe', 'tidy', { table: 'raw', output: 'clean', steps: [step] });
  await applyRecipe(workspace, 'tidy', 'refuse', {});
  definitions.create('clients', 'c', {
    table: 'people',
    key: { kind: 'field', field: 'k' },
    facts: [{ table: 'clean', field: 'k' }],
  });
  const sum = { name: 's', table: 'clean', aggregate: 'sum', field: 'm' };
  const body = { output: 'figures', asOf: { kind: 'date', date: '2026-01-01' }, features: [sum] };
  definitions.create('features', 'f', featuresDefinitionSchema.parse(body));
  await computeFeatures(workspace, 'f', {});
  definitions.create('segment', 'big', {
    rule: {
      ...{ kind: 'group', combine: 'and', negate: false },
      items: [{ kind: 'condition', field: { table: 'figures', field: 's' }, test: { op: 'ge', value: 40 } }],
    },
  });
  const report = { title: 'T', purpose: 'discussion', confidentiality: 'internal', language: 'en' };
  return reportDefinitionSchema.parse({ ...report, pages: [{ kind: 'segment', name: 'big' }] });
}

const textOf = (sheets: string) => sheets.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('the inputs of a report are the files behind what was computed, beside what computed it', async () => {
  const hashes: string[] = [];
  for (const expression of ['[n]', '[n] + 0']) {
    await withWorkspace(async (workspace) => {
      const { sheets, hash } = await previewReport(workspace, 'r', await made(workspace, expression));
      hashes.push(hash);
      const text = textOf(sheets);
      const clean = 'Computed by recipe “tidy”, version 1, from raw (version 1)';
      expect(text).toContain(
        'figures Computed by feature set “f”, version 1, from people (version 1), clean (version 1) 60 —',
      );
      expect(text).toContain(`clean ${clean} 60 —`);
      expect(text).toMatch(/raw raw\.csv · .+? 60 0/);
      expect(text).toContain('figures (60 rows, computed: see the appendix)');
      // Features have one row a client: none of several.
      expect(text).toContain('C. Definitions big “s” is at least 40');
    });
  }
  // The same figures by another recipe are another content.
  expect(new Set(hashes).size).toBe(2);
});

test('a source that has gone or has a newer version since is told as such', () => {
  const sources = ['A', 'B'].map((table) => ({ table, version: 1, rows: 5 }));
  const derived = { kind: 'match', definition: 'm', definitionVersion: 3, sources };
  const dataset = (name: string, more: object) =>
    datasetSchema.parse({
      ...{ id: name, name, version: 1, file: `${name}.csv`, bytes: 1, sha256: 'a', format: 'delimited', options: {} },
      ...{ rows: 8, quarantined: 2, loadedAt: '2026-10-31T00:00:00.000Z', fields: [], ...more },
    });
  const datasets = [dataset('merged', { derived }), dataset('A', { version: 2 })];
  const text = textOf(reportDocument({ ...facts([segment('x', 50, 100)]), datasets }, 'f').text);
  expect(text).toContain('由名单合并“m”第 3 版计算，取自 A（第 1 版，现为第 2 版）、B（第 1 版，已删除） 8 —');
  expect(text).toContain('来源：1 个文件（附录）');
});
