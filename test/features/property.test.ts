import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prepareFeatures } from '#engine/features/prepare.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { type AsOf, aggregates, type Feature, fieldNeed, needsTime, type RowTest } from '#shared/features/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { type Answer, answer, type FactRow } from './oracle.ts';
import { clients, listName, world, written } from './world.ts';

/** Days around the ends of months, and moments at both ends of a day. */
const moment = fc
  .tuple(
    fc.constantFrom('2023-11-29', '2023-12-31', '2024-01-31', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-31'),
    fc.constantFrom('00:00:00', '12:30:00', '23:59:59.999999'),
  )
  .map(([day, time]) => `${day} ${time}`);

const row: fc.Arbitrary<FactRow> = fc.record({
  client: fc.constantFrom('a', 'b', 'c', ' a ', 'stranger', '', null),
  at: fc.option(moment, { freq: 8 }),
  amount: fc.option(
    fc.integer({ min: -500, max: 5000 }).map((cents) => cents / 100),
    { freq: 5 },
  ),
  rate: fc.option(fc.constantFrom(0.5, 2, -3, Number.NaN, Number.POSITIVE_INFINITY), { freq: 5 }),
  channel: fc.option(fc.constantFrom('app', 'desk'), { freq: 5 }),
});

const rowTest: fc.Arbitrary<RowTest> = fc.constantFrom(
  { field: 'channel', test: { op: 'eq', value: 'app' } },
  { field: 'channel', test: { op: 'ne', value: 'app' } },
  { field: 'channel', test: { op: 'isNull' } },
  { field: 'amount', test: { op: 'ge', value: 10 } },
);

const feature: fc.Arbitrary<Feature> = fc
  .record({
    name: fc.constant('x'),
    table: fc.constant(''),
    aggregate: fc.constantFrom(...aggregates),
    field: fc.constantFrom('amount', 'rate'),
    filters: fc.array(rowTest, { maxLength: 2 }),
    part: fc.array(rowTest, { maxLength: 1 }),
    time: fc.constantFrom('at', null),
    window: fc.oneof(
      fc.constant({ kind: 'all' as const }),
      fc.record({
        kind: fc.constant('last' as const),
        size: fc.constantFrom(1, 2, 3, 30, 31),
        unit: fc.constantFrom('day' as const, 'month' as const),
      }),
    ),
  })
  .map((made) => ({
    ...made,
    field: fieldNeed(made.aggregate) === 'none' ? null : made.field,
    time: needsTime(made) ? 'at' : made.time,
  }));

const asOf: fc.Arbitrary<AsOf> = fc.oneof(
  fc.constant({ kind: 'newest' as const }),
  fc
    .constantFrom('2024-02-28', '2024-02-29', '2024-03-30', '2024-03-31')
    .map((date) => ({ kind: 'date' as const, date })),
);

/** The last day that counts. */
function dayOf(given: AsOf, rows: readonly FactRow[]): string | null {
  if (given.kind === 'date') return given.date;
  return (
    rows
      .flatMap(({ at }) => (at === null ? [] : [at.slice(0, 10)]))
      .toSorted()
      .at(-1) ?? null
  );
}

async function computed(workspace: Workspace, features: readonly Feature[], given: AsOf) {
  const named = features.map((each, i) => ({ ...each, name: `f${i}` }));
  const { statement } = await prepareFeatures(workspace, { output: 'own', asOf: given, features: named, tags: [] }, {});
  const rows = await workspace.warehouse.rows(statement);
  return new Map(rows.map((each) => [String(each.id), each]));
}

function close(found: unknown, expected: Answer): boolean {
  if (expected === null || found === null) return found === expected;
  return Math.abs(Number(found) - Number(expected)) <= 1e-9 * Math.max(1, Math.abs(Number(expected)));
}

test('every feature of every client is what its rows say, in one row a client', () =>
  withWorkspace(async (workspace) => {
    let at = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 25 }),
        fc.array(feature, { minLength: 1, maxLength: 6 }),
        asOf,
        async (rows, features, given) => {
          const table = await world(workspace, rows, at++);
          const found = await computed(
            workspace,
            features.map((each) => written(each, table)),
            given,
          );
          expect([...found.keys()].sort()).toEqual([...clients]);
          for (const client of clients)
            features.forEach((each, i) => {
              const expected = answer(each, rows, client, dayOf(given, rows));
              const value = found.get(client)?.[`f${i}`];
              expect(close(value, expected), `${each.aggregate} of ${client}: ${value}, not ${expected}`).toBe(true);
            });
        },
      ),
      { numRuns: 60 },
    );
    expect(workspace.catalogue.datasets.find(listName)?.rows).toBe(5);
  }));

test('the sums and counts of windows that follow on each other are those of the whole', () =>
  withWorkspace(async (workspace) => {
    let at = 0;
    const of = (aggregate: 'sum' | 'count', table: string, window: Feature['window']): Feature =>
      written(
        {
          name: '',
          table,
          aggregate,
          field: aggregate === 'sum' ? 'amount' : null,
          filters: [],
          part: [],
          time: 'at',
          window,
        },
        table,
      );
    const filled = row.map((each) => ({ ...each, amount: each.amount ?? 0 }));
    const whole = { kind: 'all' as const };
    await fc.assert(
      fc.asyncProperty(fc.array(filled, { maxLength: 20 }), fc.integer({ min: 1, max: 60 }), async (rows, size) => {
        const table = await world(workspace, rows, at++);
        const late = { kind: 'last' as const, size, unit: 'day' as const };
        const pair = (window: Feature['window']) => [of('sum', table, window), of('count', table, window)];
        const end = { kind: 'date' as const, date: '2024-03-31' };
        const both = await computed(workspace, [...pair(late), ...pair(whole)], end);
        // What came before the window: all, as of the day before it begins.
        const early = await computed(workspace, pair(whole), { ...end, date: backDays(end.date, size) });
        for (const client of clients) {
          const [a, b] = [both.get(client), early.get(client)];
          expect(Number(a?.f0) + Number(b?.f0)).toBeCloseTo(Number(a?.f2), 9);
          expect(Number(a?.f1) + Number(b?.f1)).toBe(Number(a?.f3));
        }
      }),
      { numRuns: 25 },
    );
  }));

const backDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);
