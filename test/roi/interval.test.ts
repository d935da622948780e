import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intervalOf } from '#shared/roi/interval.ts';

it('lies between the quantiles of the sorted values, ties and infinities included', () => {
  const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 60 }),
      fc.oneof(fc.constantFrom(0, 0.25, 0.5), fc.double({ min: 0, max: 0.5, noNaN: true })),
      (values, tail) => {
        const found = intervalOf(Float64Array.from(values), tail);
        const up = values.toSorted((a, b) => a - b);
        for (const [sorted, end] of [
          [up, found.low],
          [up.toReversed(), found.high],
        ] as const) {
          const at = (values.length - 1) * tail;
          const [near = 0, far = near] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
          if (near === far) expect(end + 0).toBe(near + 0);
          else if (Number.isFinite(far - near)) expect(end).toBeCloseTo(near + (far - near) * (at % 1), 6);
        }
      },
    ),
    { numRuns: 500 },
  );
});
