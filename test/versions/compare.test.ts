import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { compareVersions } from '#engine/versions/index.ts';
import { identifier, join, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { psi } from '#shared/statistics/index.ts';
import { addProfiled } from '#test/support/profiled.ts';
import { hostileNames } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

type Line = readonly [string | null, string | null, number | null];
let tables = 0;

/** Two tables as two versions of one dataset, their fields in another order and capitals. */
async function versions(
  workspace: Workspace,
  name: string,
  before: readonly Line[],
  after: readonly Line[],
): Promise<Dataset> {
  const columns = [
    { name: 'Key', type: 'text' },
    { name, type: 'text' },
    { name: 'Sum', type: 'number' },
  ] as const;
  const [key, city, sum] = columns;
  const first = await addProfiled(workspace, `t${++tables}`, columns, before);
  const moved = [sum, { ...key, name: 'KEY' }, city, { name: 'new', type: 'text' }] as const;
  const second = await addProfiled(
    workspace,
    `t${++tables}`,
    moved,
    after.map(([k, c, s]) => [s, k, c, 'x']),
  );
  const next = { ...second, id: first.id, version: 2, name: first.name };
  const names = second.fields.map((field) => identifier(field.name));
  await workspace.warehouse.run(
    sql`CREATE TABLE ${tableOf(next)} AS SELECT ${join(names, ', ')} FROM ${tableOf(second)} ORDER BY rowid`,
  );
  workspace.catalogue.datasets.supersede(next);
  return next;
}

/** By keeping the rows of each key together, in no order. */
function keysOf(before: readonly Line[], after: readonly Line[]) {
  const by = (lines: readonly Line[]) => {
    const rows = new Map<string, string[]>();
    for (const [key, ...rest] of lines) {
      const trimmed = key?.replace(/^ +| +$/g, '') ?? '';
      if (trimmed !== '') rows.set(trimmed, [...(rows.get(trimmed) ?? []), JSON.stringify(rest)].sort());
    }
    return rows;
  };
  const [old, now] = [by(before), by(after)];
  const stayed = [...old.keys()].filter((key) => now.has(key));
  const same = stayed.filter((key) => JSON.stringify(old.get(key)) === JSON.stringify(now.get(key)));
  const blank = (lines: readonly Line[]) => lines.filter(([key]) => (key ?? '').trim() === '').length;
  return {
    ...{ added: now.size - stayed.length, removed: old.size - stayed.length },
    ...{ changed: stayed.length - same.length, same: same.length },
    without: { reference: blank(before), current: blank(after) },
  };
}

describe('the comparison of two versions', () => {
  it('finds what comparing row by row finds, and the PSI of the counts', async () => {
    const line = fc.tuple(
      fc.option(fc.constantFrom('1', '2', ' 2', '3', ''), { nil: null }),
      fc.option(fc.constantFrom('北京', '上海', ' '), { nil: null }),
      fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    );
    const lines = fc.array(line, { minLength: 1, maxLength: 12 });
    await withWorkspace(async (workspace) => {
      await fc.assert(
        fc.asyncProperty(lines, lines, fc.constantFrom(...hostileNames), async (before, after, name) => {
          const dataset = await versions(workspace, name, before, after);
          const wanted = { dataset: dataset.id, reference: 1, current: 2, key: 'KEY' };
          const { result } = await compareVersions(workspace, wanted);
          expect(result.keys).toEqual({ field: 'KEY', ...keysOf(before, after) });
          expect(result).toMatchObject({
            added: ['new'],
            gone: [],
            rows: { reference: before.length, current: after.length },
          });
          const count = (all: readonly Line[]) =>
            ['北京', '上海', ' ', null].map((city) => all.filter(([, own]) => own === city).length);
          const seen = count(before)
            .map((each, i) => (each > 0 || i === 3 ? i : -1))
            .filter((i) => i >= 0);
          const binned = (all: readonly Line[]) => {
            const counts = count(all);
            const own = seen.map((i) => counts[i] ?? 0);
            return [...own, all.length - own.reduce((total, each) => total + each, 0)];
          };
          const found = result.fields.find(({ field }) => field === name);
          const expected = psi(binned(before), binned(after));
          expect(found?.psi?.value).toBeCloseTo(expected?.value ?? Number.NaN, 10);
          const share = (all: readonly Line[]) =>
            all.filter(([, city]) => (city ?? '').trim() !== '').length / all.length;
          expect(found?.filled.reference).toBeCloseTo(share(before), 12);
          expect(found?.filled.current).toBeCloseTo(share(after), 12);
        }),
        { numRuns: 10 },
      );
    });
  });

  it('cuts numbers at the quantiles of the reference, and says nothing of a version against itself', async () => {
    await withWorkspace(async (workspace) => {
      const before = Array.from({ length: 1000 }, (_, i): Line => [String(i), 'a', i]);
      const after = before.map(([key, city, sum]): Line => [key, city, (sum ?? 0) + 500]);
      const dataset = await versions(workspace, 'city', before, after);
      const compare = (current: number) =>
        compareVersions(workspace, { dataset: dataset.id, reference: 1, current, key: null });
      const moved = (await compare(2)).result.fields.find(({ field }) => field === 'Sum');
      // Half of the bins are empty now, and the last one holds six times what it held.
      expect(moved?.psi).toMatchObject({ bins: 10, empty: 5 });
      const even = Array.from({ length: 10 }, () => 100);
      const shifted = [0, 0, 0, 0, 0, 100, 100, 100, 100, 600];
      expect(moved?.psi?.value).toBeCloseTo(psi(even, shifted)?.value ?? 0, 1);
      expect(moved?.mean).toEqual({ reference: 499.5, current: 999.5 });
      for (const { psi: own } of (await compare(1)).result.fields) expect(own?.value ?? 0).toBeCloseTo(0, 12);
    });
  });
});
