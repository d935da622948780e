import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactSummaries } from '#engine/features/exact.ts';
import { identifier, join, raw, sql } from '#engine/warehouse/index.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';

/** A whole number of units at a place, written out without zeros at the end. */
function written(units: bigint, places: number): string {
  const text = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const fraction = places === 0 ? '' : text.slice(-places).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${text.slice(0, text.length - places)}${fraction === '' ? '' : `.${fraction}`}`;
}

test('minimum, median and maximum of long whole numbers and decimals lose no digit', () =>
  withWorkspace(async ({ warehouse }) => {
    const value = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 63n - 1n });
    const values = fc.array(fc.option(value, { freq: 9 }), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(values, fc.constantFrom(0, 2, 4), async (units, places) => {
        const type = places === 0 ? 'BIGINT' : `DECIMAL(38, ${places})`;
        const cells = units.map((each) => (each === null ? 'NULL' : `'${written(each, places)}'`));
        const list = join(
          cells.map((cell) => sql`(CAST(${raw(cell)} AS ${raw(type)}))`),
          ', ',
        );
        const column = {
          ...{ name: 'x', sensitivity: 'internal' as const },
          type: places === 0 ? ('integer' as const) : ('decimal' as const),
        };
        const told = await warehouse.withSession(async (session) => {
          const table = identifier('exact_values');
          await session.run(sql`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT * FROM (VALUES ${list}) v(x)`);
          return exactSummaries(session, table, [column]);
        });
        const sorted = units.filter((each) => each !== null).toSorted((a, b) => (a < b ? -1 : Number(a > b)));
        const [low, high] = [sorted[0] ?? 0n, sorted.at(-1) ?? 0n];
        const middle = (sorted[(sorted.length - 1) >> 1] ?? 0n) + (sorted[sorted.length >> 1] ?? 0n);
        const long = [low, high].some(
          (end) =>
            written(end, places)
              .replace(/[^0-9]/g, '')
              .replace(/^0+/, '').length > 15,
        );
        const expected = {
          minimum: written(low, places),
          median: written(middle * 5n, places + 1),
          maximum: written(high, places),
        };
        expect(told.get(column)).toEqual(long ? expected : undefined);
      }),
      { numRuns: runs(15, 200), examples: [[[9007199254740993n, 9007199254740993n], 0]] },
    );
  }));
