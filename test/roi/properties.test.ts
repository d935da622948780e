import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoiAmount, RoiFigures, RoiResult } from '#shared/roi/index.ts';
import { runs } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { type OraclePeriod, type OracleResult, type OracleRow, oracle } from './oracle.ts';
import { type AmountType, addCampaigns, compute, names } from './support.ts';

const hundredths = fc.option(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 50_000 }) },
    fc.integer({ min: -900, max: 900 }),
    fc.constant(0),
  ),
  { freq: 8 },
);
const campaign = fc.constantFrom('甲', '乙', "丙'", '', ' ', null);
const day = fc.option(
  fc
    .date({ min: new Date('2023-12-25'), max: new Date('2025-03-05'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
  { freq: 10 },
);
const rowsWith = (at: fc.Arbitrary<number | string | null>) =>
  fc.array(fc.record({ campaign, at, cost: hundredths, back: hundredths }), { maxLength: 60 });

const amountType = fc.constantFrom<AmountType>('integer', 'decimal', 'number');
const byNumber = fc.record({
  period: fc.constant<OraclePeriod>({ kind: 'number' }),
  atType: fc.constant('integer' as const),
  rows: rowsWith(fc.option(fc.integer({ min: -2, max: 20 }), { freq: 10 })),
});
const byFraction = fc.record({
  period: fc.constant<OraclePeriod>({ kind: 'number' }),
  atType: fc.constant('number' as const),
  rows: rowsWith(fc.option(fc.constantFrom(0, 1, 2, 3, 2.5, -1, -0.5, 9), { freq: 10 })),
});
const byDate = fc.record({
  period: fc.record({
    kind: fc.constant('date' as const),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    launch: fc.constantFrom(null, '2024-01-31', '2024-02-29', '2023-12-31', '2024-06-15'),
  }),
  atType: fc.constantFrom('date' as const, 'timestamp' as const),
  rows: rowsWith(day),
});
const cases = fc.record({ type: amountType, world: fc.oneof(byNumber, byFraction, byDate) });

describe('a study', () => {
  it('comes to what the oracle comes to, over any rows', async () => {
    await fc.assert(
      fc.asyncProperty(cases, ({ type, world: { period, atType, rows } }) =>
        withWorkspace(async (workspace) => {
          await addCampaigns(workspace, rows, type, atType);
          const asked = period.kind === 'number' ? { kind: 'number' as const } : period;
          const result = await compute(workspace, { period: { ...asked, field: names.at } });
          agree(result, oracle(rows, period), rows, type);
        }),
      ),
      { numRuns: runs(30, 150) },
    );
  });

  it('does not depend on the order of rows, and has ratios free of the unit of money', async () => {
    await fc.assert(
      fc.asyncProperty(rowsWith(fc.integer({ min: 1, max: 12 })), fc.integer({ min: 2, max: 9 }), (rows, factor) =>
        withWorkspace(async (workspace) => {
          await addCampaigns(workspace, rows, 'number');
          const result = await compute(workspace);
          await withWorkspace(async (other) => {
            const scaled = rows.toReversed().map((row) => ({
              ...row,
              cost: row.cost === null ? null : row.cost * factor,
              back: row.back === null ? null : row.back * factor,
            }));
            await addCampaigns(other, scaled, 'number');
            const again = await compute(other);
            const ratios = ({ campaigns }: RoiResult) =>
              new Map(
                campaigns.map(({ name, roas, payback, periods }) => [
                  name,
                  { roas, payback, roi: periods.map(({ roi }) => roi) },
                ]),
              );
            expect(ratios(again)).toEqual(ratios(result));
          });
        }),
      ),
      { numRuns: runs(10, 60) },
    );
  });
});

/** Cents of an amount as the result has it. */
function centsOf(value: RoiAmount, type: AmountType): number {
  if (type === 'integer') return Number(value);
  return type === 'number' ? Number(value) * 4 : Math.round(Number(value) * 100);
}

function agree(result: RoiResult, expected: OracleResult, rows: readonly OracleRow[], type: AmountType): void {
  const exact = type !== 'number';
  const figures = (actual: RoiFigures, cost: number, back: number, seen: number) => {
    expect(typeof actual.cost).toBe(exact ? 'string' : 'number');
    expect([centsOf(actual.cost, type), centsOf(actual.return, type)]).toEqual([cost, back]);
    const reason = seen === 0 ? 'noRows' : cost === 0 ? 'zeroCost' : cost < 0 ? 'negativeCost' : null;
    expect(actual.noRatio).toBe(reason);
    if (reason !== null) expect([actual.roas, actual.roi]).toEqual([null, null]);
    else {
      expect(actual.roas).toBeCloseTo(back / cost, 10);
      expect(actual.roi).toBeCloseTo(back / cost - 1, 10);
    }
  };
  expect(result.rows).toBe(rows.length);
  expect(result.leftOut).toEqual({ ...expected.leftOut, notFinite: 0 });
  expect(result.negative).toEqual(expected.negative);
  expect(new Set(result.campaigns.map(({ name }) => name))).toEqual(new Set(expected.campaigns.keys()));
  let total = { cost: 0, back: 0, rows: 0 };
  for (const actual of result.campaigns) {
    const own = expected.campaigns.get(actual.name);
    if (!own) throw new Error('unknown campaign');
    expect(actual.launch).toBe(own.launch);
    expect(actual.periods.map(({ period, rows: seen }) => [period, seen])).toEqual(
      own.periods.map(({ period, rows: seen }) => [period, seen]),
    );
    let sum = { cost: 0, back: 0, rows: 0 };
    let payback: number | null = null;
    let lost: number | null = null;
    own.periods.forEach(({ period, cost, back, rows: seen }, i) => {
      sum = { cost: sum.cost + cost, back: sum.back + back, rows: sum.rows + seen };
      const shown = actual.periods[i];
      if (!shown) throw new Error('a period is missing');
      figures(shown, cost, back, seen);
      figures(shown.cumulative, sum.cost, sum.back, sum.rows);
      const paid = sum.cost > 0 && sum.back >= sum.cost;
      if (payback === null && paid) payback = period;
      else if (payback !== null && lost === null && !paid) lost = period;
    });
    expect([actual.payback, actual.paybackLost]).toEqual([payback, lost]);
    expect(actual.rows).toBe(sum.rows);
    figures(actual, sum.cost, sum.back, sum.rows);
    total = { cost: total.cost + sum.cost, back: total.back + sum.back, rows: total.rows + sum.rows };
  }
  expect(result.used).toBe(total.rows);
  figures(result.total, total.cost, total.back, total.rows);
  const ranked = result.campaigns.map(({ roas }) => roas ?? Number.NEGATIVE_INFINITY);
  expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
}
