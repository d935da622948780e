import { expect, test } from 'vitest';
import { assessDataset } from '#engine/quality/index.ts';
import { applyRecipe, previewRecipe } from '#engine/recipes/index.ts';
import { findingsOf, mendOf } from '#shared/quality/index.ts';
import type { RecipeDefinition } from '#shared/recipes/index.ts';
import { addProfiled } from '#test/support/profiled.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const asOf = '2026-06-30';
const names = { valid: (field: string) => `${field}有效`, outlier: (field: string) => `${field}离群` };

test('the step that mends a finding fits as it is, and what it mends is found no more', () =>
  withWorkspace(async (workspace) => {
    const columns = [
      { name: '客户编]号', type: 'text' },
      { name: '电话', type: 'text', sensitivity: 'phone' },
      { name: '城市', type: 'text' },
      { name: '宽', type: 'text' },
      { name: '年龄', type: 'integer' },
      { name: '开户', type: 'date' },
      { name: '回访', type: 'text' },
      { name: '余额', type: 'number' },
      { name: '空着', type: 'text' },
    ] as const;
    const rows = Array.from({ length: 60 }, (_, i) => [
      `K${i}`,
      i % 3 === 0 ? '1381234567' : '13812345678',
      i % 4 === 0 ? ' 北京' : i % 4 === 1 ? '北京' : i % 5 === 0 ? '未知' : '上海',
      i % 2 === 0 ? 'Ａ' : 'B',
      i % 6 === 0 ? -999 : i % 7 === 0 ? null : 20 + i,
      i % 10 === 0 ? '2031-01-01' : '2026-01-05',
      i % 3 === 0 ? '2026年3月1日' : '2026-03-01',
      i ** 3,
      null,
    ]);
    const [first = []] = rows;
    const dataset = await addProfiled(workspace, 'raw', columns, [...rows, first]);
    const { result } = await assessDataset(workspace, { dataset: dataset.id, asOf });
    const mended: string[] = [];
    for (const finding of findingsOf(result)) {
      const step = mendOf(finding, result, names);
      if (!step) continue;
      const output = `out ${mended.length}`;
      const body: RecipeDefinition = { table: 'raw', output, steps: [step] };
      mended.push(`${finding.kind} ${step.kind}`);
      const said = { kind: finding.kind, fields: finding.fields };
      if (step.kind === 'map' && step.values.length === 0) continue;
      const { steps } = await previewRecipe(workspace, body, null);
      expect([said, steps[0]?.status]).toEqual([said, 'done']);
      workspace.catalogue.definitions.create('recipe', output, body);
      const made = (await applyRecipe(workspace, output, 'refuse', {})).dataset;
      const after = findingsOf((await assessDataset(workspace, { dataset: made.id, asOf })).result);
      const flags = made.fields.filter(({ name }) => name.endsWith('有效') || name.endsWith('离群'));
      if (flags.length > 0)
        expect(flags.map(({ type, sensitivity }) => [type, sensitivity])).toEqual([['boolean', 'internal']]);
      else expect(after.map(({ kind, fields }) => ({ kind, fields }))).not.toContainEqual(said);
    }
    expect([...new Set(mended)].sort()).toEqual([
      ...['code compute', 'code map', 'duplicateKey dedupe', 'duplicateRows dedupe', 'empty drop', 'incomplete fill'],
      ...['invalid compute', 'mixedForms dates', 'skewed outliers', 'spaces trim', 'spelling map', 'width halfWidth'],
    ]);
  }));
