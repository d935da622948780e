import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { psi } from '#shared/statistics/index.ts';

describe('the population stability index', () => {
  it('is what working it out by hand gives', () => {
    // (0.3 - 0.2) ln 1.5 + (0.5 - 0.5) ln 1 + (0.2 - 0.3) ln(2/3) = 0.1 · 0.405465 · 2
    expect(psi([20, 50, 30], [30, 50, 20])?.value).toBeCloseTo(0.0810930216, 9);
    // An empty bin is half a row of 100.5: (0.5/100.5 - 0.1) ln(0.5/100.5/0.1) + (100/100.5 - 0.9) ln(100/100.5/0.9)
    const empty = psi([10, 90], [0, 100]);
    expect(empty?.value).toBeCloseTo(
      (0.5 / 100.5 - 0.1) * Math.log(5 / 100.5) + (100 / 100.5 - 0.9) * Math.log(100 / 90.45),
      12,
    );
    expect(empty).toMatchObject({ bins: 2, empty: 1 });
    // χ² with 2 degrees of freedom is -2 ln 0.05.
    expect(psi([20, 50, 30], [30, 50, 20])?.critical).toBeCloseTo(-2 * Math.log(0.05) * 0.02, 6);
    expect(psi([0, 0], [1, 2])).toBeNull();
  });

  it('is never below 0, and 0 where both sides have the same shares', () => {
    const counts = fc.array(fc.tuple(fc.nat(500), fc.nat(500)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), (pairs, times) => {
        const [e, a] = [pairs.map(([each]) => each), pairs.map(([, each]) => each)];
        const found = psi(e, a);
        if (found !== null) expect(found.value).toBeGreaterThanOrEqual(0);
        const same = psi(
          e,
          e.map((each) => each * times),
        );
        if (same !== null) expect(same.value).toBeCloseTo(0, 12);
      }),
      { numRuns: 200 },
    );
  });
});
