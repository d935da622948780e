import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf, isoDay, roundDay, roundNumber, roundWhole, standardisedDifference } from '#shared/portraits/index.ts';

describe('edges of ranges', () => {
  it('are round numbers near the quantiles', () => {
    expect(edgesOf([103.27, 198.4, 310.5, 562.9], 12.5, 8000, roundNumber)).toEqual([100, 190, 300, 550]);
    expect(edgesOf([0.31, 0.62], 0.001, 0.97, roundNumber)).toEqual([0.3, 0.6]);
    expect(edgesOf([7, 8, 9], 6, 30, roundWhole)).toEqual([7, 8, 9]);
    expect(edgesOf([15000, 15400], 10000, 20000, roundDay).map(isoDay)).toEqual(['2011-01-01', '2012-03-01']);
    expect(edgesOf([10010, 15400], 3000, 20000, roundDay).map(isoDay)).toEqual(['1997-01-01', '2012-01-01']);
  });

  it('rise, stay above the lowest value and leave no range empty', () => {
    const value = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 50 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
        const cuts = Array.from({ length: 7 }, (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / 8) - 1] ?? 0);
        const edges = edgesOf(cuts, low, high, roundNumber);
        [low, ...edges].forEach((edge, i, all) => {
          if (i > 0) expect(edge).toBeGreaterThan(all[i - 1] ?? Number.NaN);
          const next = all[i + 1] ?? Number.POSITIVE_INFINITY;
          expect(values.some((each) => each >= edge && each < next)).toBe(true);
        });
      }),
    );
  });
});

describe('the standardised difference', () => {
  it('is the difference of the means in pooled deviations', () => {
    expect(standardisedDifference({ mean: 12, deviation: 3 }, { mean: 10, deviation: 4 })).toBeCloseTo(
      2 / Math.sqrt(12.5),
      12,
    );
    expect(standardisedDifference({ mean: 1, deviation: 0 }, { mean: 1, deviation: 0 })).toBe(0);
    expect(standardisedDifference({ mean: 1, deviation: 0 }, { mean: 2, deviation: 0 })).toBeNull();
  });
});
