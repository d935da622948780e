import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readValues } from '#engine/datasets/index.ts';
import { sensitivities } from '#shared/privacy/sensitivity.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

type Cell = string | number | null;

/** The answer by counting in memory: most rows first, ties by code point or by size. */
function frequencies(cells: readonly Cell[], search: string | null, limit: number) {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell === null) continue;
    if (search !== null && !String(cell).toLowerCase().includes(search.toLowerCase())) continue;
    counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  }
  const numbers = cells.some((cell) => typeof cell === 'number');
  const order = (a: string, b: string) => (numbers ? Number(a) - Number(b) : a < b ? -1 : 1);
  const values = [...counts].toSorted(([a, n], [b, m]) => m - n || order(a, b));
  return {
    values: values.slice(0, limit).map(([value, rows]) => ({ value, rows })),
    more: values.length > limit,
  };
}

const cell = {
  text: fc.option(fc.constantFrom('', 'a', 'A', 'b', '%', '_', '制造业', '制造', "it's", ' '), { nil: null }),
  integer: fc.option(fc.integer({ min: -12, max: 12 }), { nil: null }),
};
const search = fc.option(fc.constantFrom('', 'a', 'B', '%', '制造', '1', "'"), { nil: null });

describe('the most frequent values of a field', () => {
  it.each(['text', 'integer'] as const)('are those that counting in memory finds: %s', async (type) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array<Cell>(cell[type], { maxLength: 60 }),
        search,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom(...hostileNames),
        async (cells, wanted, limit, name) => {
          await withWorkspace(async (workspace) => {
            const rows = cells.map((each) => [each]);
            const { id } = await addTable(workspace, 't', [{ name, type }], rows);
            const found = await readValues(workspace, { dataset: id, field: name, search: wanted, limit });
            expect(found).toEqual(frequencies(cells, wanted, limit));
          });
        },
      ),
      { numRuns: 12 },
    );
  });

  it('come as text that a condition can be made of, whatever the type', async () => {
    await withWorkspace(async (workspace) => {
      const columns = [
        { name: 'day', type: 'date' },
        { name: 'moment', type: 'timestamp' },
        { name: 'share', type: 'number' },
        { name: 'amount', type: 'decimal' },
        { name: 'yes', type: 'boolean' },
        { name: 'big', type: 'integer' },
      ] as const;
      const { id } = await addTable(workspace, 't', columns, [
        ['2026-10-31', '2026-10-31 09:30:00', 0.1, '12.5', true, 9007199254740993n],
      ]);
      const values = async (field: string) =>
        (await readValues(workspace, { dataset: id, field, search: null, limit: 5 })).values.map(({ value }) => value);
      expect(await values('day')).toEqual(['2026-10-31']);
      expect(await values('moment')).toEqual(['2026-10-31 09:30:00']);
      expect(await values('share')).toEqual(['0.1']);
      expect(await values('amount')).toEqual(['12.5000']);
      expect(await values('yes')).toEqual(['true']);
      expect(await values('big')).toEqual(['9007199254740993']);
    });
  });

  it.each(sensitivities)('are withheld exactly where the class says who someone is: %s', async (sensitivity) => {
    await withWorkspace(async (workspace) => {
      const { id } = await addTable(workspace, 't', [{ name: 'x', type: 'text', sensitivity }], [['v']]);
      const asked = readValues(workspace, { dataset: id, field: 'x', search: null, limit: 5 });
      if (['company', 'amount', 'internal'].includes(sensitivity)) {
        await expect(asked).resolves.toEqual({ values: [{ value: 'v', rows: 1 }], more: false });
      } else {
        await expect(asked).rejects.toMatchObject({ code: 'permission', messageId: 'valuesWithheld' });
      }
    });
  });

  it('name a field that has gone', async () => {
    await withWorkspace(async (workspace) => {
      const { id } = await addTable(workspace, 't', [{ name: 'x', type: 'text' }], []);
      const asked = readValues(workspace, { dataset: id, field: 'gone', search: null, limit: 5 });
      await expect(asked).rejects.toMatchObject({ messageId: 'fieldMissing' });
    });
  });
});
