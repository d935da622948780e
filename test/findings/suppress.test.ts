import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenCounts, hiddenGroupSteps, hiddenSteps, isSmall } from '#shared/findings/index.ts';

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

describe('hidden steps of a funnel', () => {
  it('are those that few reach, and those that all but a few reach', () => {
    expect(hiddenSteps([1000, 995, 300, 9, 0])).toEqual([false, true, false, true, true]);
    expect(hiddenSteps([1000, 1000, 990])).toEqual([false, false, false]);
  });

  it('leave no small number of clients to be worked out from what is shown', () => {
    const funnel = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(funnel, { minLength: 1, maxLength: 5 }), (drawn) => {
        const groups = drawn.map((entries) => entries.toSorted((a, b) => b - a));
        const hidden = hiddenGroupSteps(groups);
        groups.forEach((entries, group) => {
          entries.forEach((now, step) => {
            if (hidden[group]?.[step]) return;
            expect(now === 0 || now >= 10).toBe(true);
            const before = entries[step - 1];
            if (before === undefined || hidden[group]?.[step - 1]) return;
            expect(before === now || before - now >= 10).toBe(true);
          });
        });
        // One that is hidden alone, among others that are shown, is what they leave of the total.
        for (const step of groups[0]?.keys() ?? []) {
          const alone = groups.filter((_, group) => hidden[group]?.[step]);
          if (alone.length === 1 && isSmall(alone[0]?.[step] ?? 0)) {
            expect(groups.filter((entries) => (entries[step] ?? 0) > 0)).toHaveLength(1);
          }
        }
      }),
    );
  });
});
