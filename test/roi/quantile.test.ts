import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantile } from '#shared/roi/quantile.ts';

it('is the quantile of the sorted values, ties and infinities included', () => {
  const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const sorted = values.toSorted((a, b) => a - b);
        const at = (values.length - 1) * share;
        const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
        const found = quantile(Float64Array.from(values), share);
        if (low === high) expect(found + 0).toBe(low + 0);
        else if (Number.isFinite(high - low)) expect(found).toBeCloseTo(low + (high - low) * (at % 1), 6);
      },
    ),
    { numRuns: 500 },
  );
});
