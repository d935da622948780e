import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeDataset } from '#engine/intake/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { addTable } from '#test/support/tables.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { steps, tables } from './generate.ts';
import { applied, cellsChanged } from './oracle.ts';
import { cook, rowsOf } from './support.ts';
import { type Cell, type Known, type Table, Unsaid } from './table.ts';

const shapes: ReadonlySet<string> = new Set([
  'trim',
  'halfWidth',
  'case',
  'replace',
  'map',
  'dates',
  'amounts',
  'type',
  'fill',
]);

/** Counts are of type integer, sums may be a wider one. */
const plain = (cells: readonly Cell[][]) => cells.map((row) => row.map((cell) => (cell === 0 ? 0 : cell)));

function unlessUnsaid<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof Unsaid) return undefined;
    throw thrown;
  }
}

async function agrees(workspace: Workspace, table: Table, some: readonly Known[], at: number): Promise<void> {
  const source = await addTable(workspace, `t${at}`, table.columns, table.rows);
  const before = await rowsOf(workspace, source);
  const { preview, result, dataset, rows } = await cook(workspace, source, some);
  expect(await rowsOf(workspace, source)).toEqual(before);
  let now = table;
  const misfits: number[] = [];
  for (const [i, step] of some.entries()) {
    const next = unlessUnsaid(() => applied(now, step));
    if (next === undefined) return;
    const told = preview.steps[i];
    expect([step, told?.status]).toEqual([step, !step.enabled ? 'off' : next === null ? 'misfit' : 'done']);
    if (next === null) misfits.push(i + 1);
    else {
      if (step.enabled && shapes.has(step.kind))
        expect([step, told?.changedCells]).toEqual([step, cellsChanged(now, next)]);
      now = next;
    }
    expect([step, told?.rowsAfter, told?.fields.map(({ name, type }) => [name, type])]).toEqual([
      step,
      now.rows.length,
      now.columns.map(({ name, type }) => [name, type]),
    ]);
  }
  expect(plain(rows)).toEqual(plain(now.rows.map((row) => [...row])));
  expect(result.passedOver.map(({ step }) => step)).toEqual(misfits);
  // What was applied is what was previewed.
  expect(dataset.fields.map(({ name, type }) => [name, type])).toEqual(
    (preview.steps.at(-1) ?? preview).fields.map(({ name, type }) => [name, type]),
  );
  expect(result.rows).toBe(now.rows.length);
  await removeDataset(workspace, dataset.id);
}

test('a recipe does what its steps do one after the other, and leaves its source alone', () =>
  withWorkspace(async (workspace) => {
    let at = 0;
    await fc.assert(
      fc.asyncProperty(tables, fc.array(steps, { minLength: 1, maxLength: 6 }), (table, some) =>
        agrees(workspace, table, some, at++),
      ),
      { numRuns: Number(process.env['RECIPE_RUNS'] ?? runs(20, 300)) },
    );
  }));
