import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenCounts, isSmall } from '#shared/findings/index.ts';

const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 });

describe('suppression of small groups', () => {
  it('hides every group of 1 to 9, and none of 0', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const hidden = hiddenCounts(all);
        all.forEach((count, at) => {
          if (isSmall(count)) expect(hidden[at]).toBe(true);
          if (count === 0) expect(hidden[at]).toBe(false);
        });
      }),
    );
  });

  it('never leaves a hidden count to be found by subtraction, unless it is the only group at all', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const hidden = hiddenCounts(all);
        const gone = hidden.filter(Boolean).length;
        const others = all.filter((count) => count > 0).length;
        if (gone === 1) expect(others).toBe(1);
      }),
    );
  });

  it('hides nothing where nothing is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 99 })), (all) => {
        expect(hiddenCounts(all).some(Boolean)).toBe(false);
      }),
    );
  });
});
