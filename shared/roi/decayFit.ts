import { z } from 'zod';
import { bootstrap, type Resampled } from './bootstrap.ts';
import { type Curve, type Exponential, fitExponential, type Series, steepest, valueAt } from './exponential.ts';
import { intervalOf } from './interval.ts';

/** Fewer periods than this say nothing about a curve. */
export const fewestPoints = 6;
export const bootstrapSeed = 1;

export const mostResamples = 1000;

/** Fewer for a series of more than 200 periods, but not below 200: the result says how many. */
const resamplesFor = (points: number): number => Math.max(200, Math.min(mostResamples, Math.floor(200_000 / points)));

/** Intervals are of the middle 95 %. */
const tail = 0.025;

/** A change over the whole range below this is rounding, not decay. */
const smallestChange = 1e-9;

const intervalSchema = z.strictObject({ low: z.number(), high: z.number() });
const fitted = {
  /** Periods that were fitted, the first and the last of them. */
  points: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
  /** a·e^(-λt), t being the number of the period. */
  a: z.number(),
  lambda: z.number(),
  lambdaInterval: intervalSchema,
  /** 1 - Σw(y - ŷ)² / Σw(y - ȳ)², weighted by cost as the fit is; null where all values are the same. */
  rSquared: z.number().nullable(),
  bootstrap: z.strictObject({ seed: z.number().int(), resamples: z.number().int() }),
};

/** When the fitted curve falls below break-even. */
const refreshSchema = z.discriminatedUnion('kind', [
  /** In this period; `high` null: the interval reaches beyond what may be extrapolated to. */
  z.strictObject({
    kind: z.literal('in'),
    period: z.number().int(),
    low: z.number().int(),
    high: z.number().int().nullable(),
  }),
  /** Not by this period, beyond which nothing is extrapolated. */
  z.strictObject({ kind: z.literal('beyond'), period: z.number().int() }),
  /** A curve that nears the break-even of its measure and never crosses it. */
  z.strictObject({ kind: z.literal('never') }),
]);

/** What became of fitting a decay: a half-life, or why there is none. Intervals are of 95 %, by residual bootstrap. */
export const decayFitSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('decays'),
      ...fitted,
      halfLife: z.number(),
      halfLifeInterval: intervalSchema,
      refreshBy: refreshSchema,
      /** The curve beyond the last period, to twice the range, with its interval. */
      extrapolated: z.array(
        z.strictObject({ period: z.number().int(), value: z.number(), low: z.number(), high: z.number() }),
      ),
    }),
    /** λ is not above 0, or its interval reaches 0. */
    z.strictObject({ kind: z.literal('doesNotDecay'), ...fitted }),
    z.strictObject({ kind: z.literal('tooFewPoints'), points: z.number().int(), needed: z.number().int() }),
    /** All values are 0, or all that there is lies in the first period. */
    z.strictObject({ kind: z.literal('cannotBeFitted'), points: z.number().int() }),
  ])
  .meta({ id: 'DecayFit' });
export type DecayFit = z.infer<typeof decayFitSchema>;

export interface DecayPoint {
  readonly period: number;
  readonly value: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * Fits a·e^(-λt) to points of different periods in order, by weighted least squares on the original scale (formulas.md,
 * "Decay"); half-life ln2/λ. `breakEven` is the value below which the curve no longer pays; null: it is never crossed.
 */
export function fitDecay(points: readonly DecayPoint[], breakEven: number | null): DecayFit {
  const n = points.length;
  if (n < fewestPoints) return { kind: 'tooFewPoints', points: n, needed: fewestPoints };
  const scale = Math.max(...points.map(({ value }) => Math.abs(value)));
  const heaviest = Math.max(...points.map(({ weight }) => weight));
  if (scale === 0) return { kind: 'cannotBeFitted', points: n };
  // Of the order of 1, so that squares of very large or small values neither overflow nor vanish.
  const series: Series = {
    t: Float64Array.from(points, ({ period }) => period),
    y: Float64Array.from(points, ({ value }) => value / scale),
    weight: Float64Array.from(points, ({ weight }) => weight / heaviest),
  };
  const curve = fitExponential(series);
  const a = valueAt(curve, 0) * scale;
  // At the edge of what was searched all lies in the first period.
  if (curve.lambda > steepest * 0.99 || !Number.isFinite(a)) return { kind: 'cannotBeFitted', points: n };
  const dealing = { seed: bootstrapSeed, resamples: resamplesFor(n) };
  const resampled = bootstrap(series, curve, dealing);
  // Rounding could leave the estimate beside an interval of no width.
  const dealt = intervalOf(resampled.lambda, tail);
  const lambdaInterval = { low: Math.min(dealt.low, curve.lambda), high: Math.max(dealt.high, curve.lambda) };
  const from = points[0]?.period ?? 0;
  const to = points.at(-1)?.period ?? 0;
  const common = {
    ...{ points: n, from, to, a, lambda: curve.lambda, lambdaInterval, rSquared: rSquaredOf(series, curve) },
    bootstrap: dealing,
  };
  const falls = curve.level > 0 && curve.lambda * (to - from) > smallestChange && lambdaInterval.low > 0;
  if (!falls) return { kind: 'doesNotDecay', ...common };
  return {
    kind: 'decays',
    ...common,
    halfLife: Math.LN2 / curve.lambda,
    halfLifeInterval: { low: Math.LN2 / lambdaInterval.high, high: Math.LN2 / lambdaInterval.low },
    refreshBy: refreshOf(curve, resampled, from, to, breakEven === null ? null : breakEven / scale),
    extrapolated: extrapolate(curve, resampled, from, to, scale),
  };
}

/** Nothing is said about periods after this one: twice the range that was seen. */
const lastAllowed = (from: number, to: number): number => from + 2 * (to - from);

function refreshOf(
  curve: Exponential,
  resampled: Resampled,
  from: number,
  to: number,
  breakEven: number | null,
): Extract<DecayFit, { kind: 'decays' }>['refreshBy'] {
  if (breakEven === null) return { kind: 'never' };
  const limit = lastAllowed(from, to);
  const period = firstBelow(curve, breakEven, from);
  if (period > limit) return { kind: 'beyond', period: limit };
  const crossed = resampled.lambda.map((lambda, k) => {
    const each = { lambda, level: resampled.level[k] ?? 0, origin: resampled.origin[k] ?? 0 };
    return Math.min(limit + 1, firstBelow(each, breakEven, from));
  });
  const { low, high } = intervalOf(crossed, tail);
  return { kind: 'in', period, low: Math.floor(low), high: Math.ceil(high) > limit ? null : Math.ceil(high) };
}

/** The first whole period, not before `from`, in which a curve is below a value. */
function firstBelow(curve: Curve, value: number, from: number): number {
  if (valueAt(curve, from) < value) return from;
  if (curve.lambda <= 0) return Number.POSITIVE_INFINITY;
  return Math.floor(curve.origin + Math.log(curve.level / value) / curve.lambda) + 1;
}

function extrapolate(
  curve: Exponential,
  resampled: Resampled,
  from: number,
  to: number,
  scale: number,
): Extract<DecayFit, { kind: 'decays' }>['extrapolated'] {
  const { steps, values } = extremesFirst(resampled, to, lastAllowed(from, to));
  return Array.from({ length: lastAllowed(from, to) - to }, (_, i) => {
    const period = to + 1 + i;
    for (let k = 0; k < values.length; k++) values[k] = (values[k] ?? 0) * (steps[k] ?? 0);
    const { low, high } = intervalOf(values, tail);
    return { period, value: valueAt(curve, period) * scale, low: low * scale, high: high * scale };
  });
}

/**
 * The factor by which each curve falls in a period, and its value in period `to`: those that end outside the last
 * interval come first, where most of those outside the intervals before it are found too.
 */
function extremesFirst(resampled: Resampled, to: number, end: number): { steps: Float64Array; values: Float64Array } {
  const { lambda, level, origin } = resampled;
  const at = (k: number, period: number) =>
    valueAt({ lambda: lambda[k] ?? 0, level: level[k] ?? 0, origin: origin[k] ?? 0 }, period);
  const ends = lambda.map((_, k) => at(k, end));
  const { low, high } = intervalOf(ends, tail);
  const isOutside = (k: number) => (ends[k] ?? 0) <= low || (ends[k] ?? 0) >= high;
  const all = Array.from(ends.keys());
  const outsideIn = [...all.filter(isOutside), ...all.filter((k) => !isOutside(k))];
  return {
    steps: Float64Array.from(outsideIn, (k) => Math.exp(-(lambda[k] ?? 0))),
    values: Float64Array.from(outsideIn, (k) => at(k, to)),
  };
}

function rSquaredOf({ t, y, weight }: Series, curve: Exponential): number | null {
  const all = weight.reduce((sum, w) => sum + w, 0);
  const mean = y.reduce((sum, value, i) => sum + value * (weight[i] ?? 0), 0) / all;
  const spread = (from: (i: number) => number) =>
    y.reduce((sum, value, i) => sum + (weight[i] ?? 0) * (value - from(i)) ** 2, 0);
  const total = spread(() => mean);
  return total < Number.EPSILON ** 2 * all ? null : 1 - spread((i) => valueAt(curve, t[i] ?? 0)) / total;
}
