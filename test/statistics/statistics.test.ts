import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustByBenjaminiHochberg, compareShares, twoSided, wilson } from '#shared/statistics/index.ts';

describe('the normal distribution', () => {
  it('gives the tabulated two-sided chances', () => {
    // Python: math.erfc(z / math.sqrt(2))
    for (const [z, p] of [
      [0, 1],
      [0.5, 0.6170750774519738],
      [1, 0.31731050786291415],
      [1.959963984540054, 0.05],
      [3.5, 4.652581580710501e-4],
      [3.6, 3.18217180315068e-4],
      [6, 1.9731752900754024e-9],
      [10, 1.5239706048321186e-23],
    ] as const) {
      expect(Math.abs(twoSided(z) - p)).toBeLessThanOrEqual(1e-12 * Math.max(p, 1e-3));
      expect(twoSided(-z)).toBe(twoSided(z));
    }
    expect(twoSided(10) / 1.5239706048321186e-23).toBeCloseTo(1, 9);
  });

  it('falls with the distance from 0 and stays between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (z, step) => {
          expect(twoSided(z + step)).toBeLessThanOrEqual(twoSided(z) + 1e-15);
          expect(twoSided(z)).toBeGreaterThanOrEqual(0);
          expect(twoSided(z)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('comparing two shares', () => {
  it('agrees with R: prop.test(c(15, 25), c(50, 50), correct = FALSE)', () => {
    const test = compareShares(15, 50, 25, 50);
    expect(test?.z).toBeCloseTo(-2.041241452319315, 12);
    expect(test?.p).toBeCloseTo(0.04122683333716, 10);
  });

  it('says nothing without a second group, and no difference where all are alike', () => {
    expect(compareShares(3, 10, 0, 0)).toBeNull();
    expect(compareShares(0, 0, 3, 10)).toBeNull();
    expect(compareShares(0, 10, 0, 20)).toEqual({ z: 0, p: 1 });
    expect(compareShares(10, 10, 20, 20)).toEqual({ z: 0, p: 1 });
  });
});

describe('the adjustment of Benjamini and Hochberg', () => {
  it('agrees with R: p.adjust(p, "BH")', () => {
    const adjusted = adjustByBenjaminiHochberg([0.01, 0.04, 0.03, null, 0.005, 0.5]);
    [0.025, 0.05, 0.05, null, 0.025, 0.5].forEach((q, i) => {
      if (q === null) expect(adjusted[i]).toBeNull();
      else expect(adjusted[i]).toBeCloseTo(q, 12);
    });
  });

  it('keeps the order, never lowers a value and never passes 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (values) => {
        const adjusted = adjustByBenjaminiHochberg(values);
        values.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          values.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
          });
        });
      }),
    );
  });
});

describe('the interval of a share', () => {
  it('lies around the share and within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, at) => {
        const k = Math.round(n * at);
        const { low, high } = wilson(k, n);
        expect(low).toBeLessThanOrEqual(k / n + 1e-12);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-12);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});
