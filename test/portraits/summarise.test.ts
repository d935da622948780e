import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from '#engine/portraits/summarise.ts';
import { deviation, ks, mean, quantile } from './oracle.ts';

const points = (rows: readonly (readonly [x: number, k: number, b: number, u: number])[]) => {
  const column = (i: 0 | 1 | 2 | 3) => Float64Array.from(rows, (row) => row[i]);
  return { x: column(0), k: column(1), b: column(2), u: column(3) };
};

const repeated = (rows: readonly (readonly number[])[], count: number) =>
  rows.flatMap((row) => Array.from({ length: row[count] ?? 0 }, () => row[0] ?? 0));

describe('the figures of a numeric field', () => {
  it('are those of the clients one by one', () => {
    const count = fc.nat({ max: 4 });
    const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: -50, max: 50 }), count, count), { selector: ([x]) => x });
    fc.assert(
      fc.property(rows, (drawn) => {
        const sorted = drawn.toSorted(([a], [b]) => a - b).map(([x, k, b]) => [x, k, b, Math.max(k, b)] as const);
        const described = summarise(points(sorted));
        const [group, baseline] = [repeated(sorted, 1), repeated(sorted, 2)];
        for (const [side, values] of [
          [described.group, group],
          [described.baseline, baseline],
        ] as const) {
          if (values.length === 0) {
            expect(side).toBeNull();
            continue;
          }
          expect(side?.mean).toBeCloseTo(mean(values), 9);
          expect(side?.deviation).toBeCloseTo(deviation(values), 9);
          expect(side?.q1).toBeCloseTo(quantile(values, 0.25), 9);
          expect(side?.median).toBeCloseTo(quantile(values, 0.5), 9);
          expect(side?.q3).toBeCloseTo(quantile(values, 0.75), 9);
        }
        if (group.length === 0 || baseline.length === 0) expect(described.ks).toBeNull();
        else expect(described.ks).toBeCloseTo(ks(group, baseline), 9);
      }),
    );
  });

  it('take two values that are one as doubles for one step of both distributions', () => {
    const apart = [
      [1, 1, 0, 1],
      [1, 0, 1, 1],
    ] as const;
    expect(summarise(points(apart)).ks).toBe(0);
  });

  it('cut the lowest value off by itself where many share it', () => {
    const zeros = [
      [0, 90, 90, 90],
      [5, 5, 5, 5],
      [9, 5, 5, 5],
    ] as const;
    expect(new Set(summarise(points(zeros)).cuts)).toEqual(new Set([5]));
  });

  it('leave out what neither side has', () => {
    const outside = [
      [-7, 0, 0, 0],
      [1, 2, 0, 2],
      [2, 0, 2, 2],
      [8, 0, 0, 0],
    ] as const;
    expect(summarise(points(outside)).extremes).toEqual({ low: 1, high: 2 });
  });

  it('are none where there is no value, and no cuts where there is one', () => {
    const none = { extremes: null, cuts: [], group: null, baseline: null, difference: null, ks: null };
    expect(summarise(points([]))).toEqual({ values: 0, ...none });
    expect(summarise(points([[3, 2, 2, 2]])).cuts).toEqual([]);
  });
});
