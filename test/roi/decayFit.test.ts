import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecayFit, fitDecay } from '#shared/roi/index.ts';
import { bruteForce, type Dot, levelAround, standardError, sumOfSquares } from './oracle.ts';

type Decays = Extract<DecayFit, { kind: 'decays' }>;

const fitted = (dots: readonly Dot[], breakEven: number | null = 1) =>
  fitDecay(
    dots.map(({ t, y, w }) => ({ period: t, value: y, weight: w })),
    breakEven,
  );

function decaying(dots: readonly Dot[], breakEven: number | null = 1): Decays {
  const found = fitted(dots, breakEven);
  if (found.kind !== 'decays') throw new Error(`${found.kind} in place of a decay`);
  return found;
}

/** Normal noise, from draws of its own (Park and Miller, Box and Muller): nothing of the fit is used. */
function normals(seed: number): () => number {
  let state = (seed * 48271 + 11) % 2147483647 || 1;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const weeks = (n: number, y: (t: number) => number, w: (t: number) => number = () => 1): Dot[] =>
  Array.from({ length: n }, (_, i) => ({ t: i + 1, y: y(i + 1), w: w(i + 1) }));

const truths = fc.record({
  a: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
  halfLife: fc.double({ min: 0.5, max: 200, noNaN: true }),
  periods: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 40 }),
  weights: fc.array(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { minLength: 40, maxLength: 40 }),
});

describe('the decay fit', () => {
  it('gives back exact parameters from exact data, with any weights and any gaps', () => {
    fc.assert(
      fc.property(truths, ({ a, halfLife, periods, weights }) => {
        const dots = periods
          .toSorted((x, y) => x - y)
          .map((t, i) => ({ t, y: a * 0.5 ** (t / halfLife), w: weights[i] ?? 1 }));
        // Where all but the first value vanish there is nothing to tell a speed by.
        fc.pre((dots[1]?.y ?? 0) > 1e-4 * (dots[0]?.y ?? 0) && dots.every(({ w }) => w > 1));
        const found = decaying(dots);
        expect(Math.abs(found.halfLife / halfLife - 1)).toBeLessThan(1e-8);
        expect(Math.abs(found.a / a - 1)).toBeLessThan(1e-8);
        expect(found.rSquared).toBeCloseTo(1, 8);
      }),
      { numRuns: 60 },
    );
  });

  it('finds what brute force finds, on noisy data', () => {
    fc.assert(
      fc.property(
        fc.record({
          halfLife: fc.double({ min: 1, max: 60, noNaN: true }),
          noise: fc.double({ min: 0, max: 0.5, noNaN: true }),
          n: fc.integer({ min: 6, max: 40 }),
          seed: fc.integer({ min: 1, max: 1e6 }),
        }),
        ({ halfLife, noise, n, seed }) => {
          const normal = normals(seed);
          const dots = weeks(
            n,
            (t) => 3 * 0.5 ** (t / halfLife) + noise * normal(),
            (t) => 10 + ((t * 7) % 5),
          );
          const expected = bruteForce(dots);
          const found = fitted(dots);
          if (found.kind === 'cannotBeFitted') {
            // Over after the first period: the steeper, the better, as far as anybody looks.
            expect(expected.lambda).toBeGreaterThan(9.89);
            return;
          }
          if (found.kind === 'tooFewPoints') throw new Error(found.kind);
          // Golden section is good to the root of what a double holds: less where the valley is wide.
          const least = sumOfSquares(dots, expected.lambda).rss;
          expect(sumOfSquares(dots, found.lambda).rss).toBeLessThanOrEqual(least * (1 + 1e-12) + 1e-24);
          const near = Math.max(1e-5 * Math.max(1, expected.lambda), 10 * levelAround(dots, expected.lambda));
          expect(Math.abs(found.lambda - expected.lambda)).toBeLessThan(near);
          expect(Math.abs(found.a - expected.a)).toBeLessThan(10 * near * Math.max(1, Math.abs(expected.a)));
        },
      ),
      {
        numRuns: 25,
        examples: [
          // A valley between the last two speeds that are tried, and the last is the lower.
          [{ halfLife: 1, noise: 0.4705529338367761, n: 11, seed: 476787 }],
          // One so level that λ has only five digits.
          [{ halfLife: 1, noise: 0.4149166623874421, n: 13, seed: 464960 }],
          [{ halfLife: 1, noise: 0.3983459720340919, n: 6, seed: 669798 }],
        ],
      },
    );
  });

  it('holds the true half-life in its interval about as often as it says', () => {
    let held = 0;
    const runs = 100;
    for (let seed = 1; seed <= runs; seed++) {
      const normal = normals(seed);
      const found = decaying(weeks(26, (t) => 4 * 0.5 ** (t / 6) + 0.1 * normal()));
      if (found.halfLifeInterval.low <= 6 && 6 <= found.halfLifeInterval.high) held++;
    }
    // 95 % of 100, give or take three standard deviations.
    expect(held).toBeGreaterThanOrEqual(88);
  });

  it('has the interval that the textbook gives where there are many points', () => {
    const normal = normals(5);
    const dots = weeks(
      150,
      (t) => 4 * 0.5 ** (t / 40) + 0.1 * normal(),
      (t) => 5 + (t % 7),
    );
    const { a, lambda, lambdaInterval } = decaying(dots);
    const width = 2 * 1.96 * standardError(dots, { a, lambda });
    expect((lambdaInterval.high - lambdaInterval.low) / width).toBeGreaterThan(0.88);
    expect((lambdaInterval.high - lambdaInterval.low) / width).toBeLessThan(1.12);
  });

  it('is the same for the same data, and for money in any unit', () => {
    const normal = normals(9);
    const dots = weeks(
      12,
      (t) => 4 * 0.5 ** (t / 5) + 0.05 * normal(),
      (t) => 1000 + t,
    );
    const first = decaying(dots);
    expect(decaying(dots)).toEqual(first);
    for (const unit of [1e-4, 1e4, 2 ** 400]) {
      const scaled = decaying(dots.map((dot) => ({ ...dot, w: dot.w * unit })));
      expect(scaled.halfLife).toBeCloseTo(first.halfLife, 10);
      expect(scaled.halfLifeInterval.low).toBeCloseTo(first.halfLifeInterval.low, 6);
    }
    const taller = decaying(dots.map((dot) => ({ ...dot, y: dot.y * 2 ** 600 })));
    expect(taller.halfLife).toBeCloseTo(first.halfLife, 10);
    expect(taller.a / 2 ** 600).toBeCloseTo(first.a, 8);
  });
});

describe('no half-life', () => {
  const flat = weeks(10, () => 1.2);

  it('under six points, and one from six on', () => {
    const dots = weeks(6, (t) => 2 * 0.5 ** (t / 2));
    expect(fitted(dots.slice(0, 5))).toEqual({ kind: 'tooFewPoints', points: 5, needed: 6 });
    expect(fitted([])).toEqual({ kind: 'tooFewPoints', points: 0, needed: 6 });
    expect(fitted(dots).kind).toBe('decays');
  });

  it.each([
    ['flat', flat],
    ['growing', weeks(10, (t) => 1.1 ** t)],
    ['growing faster than a number holds', weeks(10, (t) => 10 ** (t * 30))],
    ['rising from below zero', weeks(10, (t) => -(0.5 ** t))],
    ['noise around a level', weeks(20, (t) => 1 + 0.3 * Math.sin(t * t))],
  ])('where it does not decay: %s', (_, dots) => expect(fitted(dots).kind).toBe('doesNotDecay'));

  it('says nothing of R² where all values are the same', () => {
    expect(fitted(flat)).toMatchObject({ rSquared: null });
  });

  it.each([
    ['nothing', weeks(10, () => 0)],
    ['all in the first period', weeks(10, (t) => (t === 1 ? 5 : 0))],
  ])('where there is %s', (_, dots) => expect(fitted(dots)).toEqual({ kind: 'cannotBeFitted', points: 10 }));
});

describe('when to refresh', () => {
  // 4 x 0.5^(t / 3) is 1 in period 6 to the digit, so it is below 1 in the next.
  const dots = weeks(12, (t) => 4 * 0.5 ** (t / 3) * (1 + 1e-12));

  it('is the first period below break-even', () => {
    expect(decaying(dots).refreshBy).toEqual({ kind: 'in', period: 7, low: 7, high: 7 });
  });

  it('is the first period seen where the curve begins below', () => {
    expect(decaying(weeks(12, (t) => 0.8 * 0.5 ** (t / 3))).refreshBy).toMatchObject({ kind: 'in', period: 1 });
  });

  it('is not told beyond twice the range, where nothing is extrapolated either', () => {
    const slow = decaying(weeks(11, (t) => 40 * 0.5 ** (t / 20)));
    expect(slow.refreshBy).toEqual({ kind: 'beyond', period: 21 });
    expect(slow.extrapolated.map(({ period }) => period)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
    expect(slow.extrapolated.every(({ value, low, high }) => low <= value * 1.000001 && value <= high * 1.000001)).toBe(
      true,
    );
  });

  it('has an open end where its interval reaches beyond', () => {
    const normal = normals(3);
    const loose = decaying(weeks(12, (t) => 2.2 * 0.5 ** (t / 18) + 0.08 * normal()));
    expect(loose.refreshBy).toMatchObject({ kind: 'in', high: null });
  });

  it('is never where the measure has no break-even that is crossed', () => {
    expect(decaying(dots, null).refreshBy).toEqual({ kind: 'never' });
  });
});
