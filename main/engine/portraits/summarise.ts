import { type Moments, mostRanges, standardisedDifference } from '#shared/portraits/index.ts';

/** Values in rising order, and how many clients of group (k), baseline (b) and either (u) have each. */
export interface Points {
  readonly x: Float64Array;
  readonly k: Float64Array;
  readonly b: Float64Array;
  readonly u: Float64Array;
}

/** One side of a comparison. */
export interface Side extends Moments {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** What is said of a numeric field. */
export interface Described {
  readonly values: number;
  /** Null where no client of group or baseline has a value; `cuts`, between ranges, are none then. */
  readonly extremes: { readonly low: number; readonly high: number } | null;
  readonly cuts: readonly number[];
  /** Null where no client of it has a value, as are the two figures that compare them then. */
  readonly group: Side | null;
  readonly baseline: Side | null;
  /** Of the means, in deviations; null also where neither side varies and yet they differ. */
  readonly difference: number | null;
  /** Kolmogorov and Smirnov's distance. */
  readonly ks: number | null;
}

/** All figures of a numeric field from its points. Pure. */
export function summarise({ x, k, b, u }: Points): Described {
  const [upToK, upToB, upToU] = [cumulated(k), cumulated(b), cumulated(u)];
  const [group, baseline] = [sideOf(x, k, upToK), sideOf(x, b, upToB)];
  const difference = group && baseline && standardisedDifference(group, baseline);
  return {
    values: x.length,
    extremes: extremesOf(x, u),
    cuts: cutsOf(x, upToU),
    group,
    baseline,
    difference: difference === null ? null : settled(difference),
    ks: group && baseline && settled(distance(x, upToK, upToB)),
  };
}

/** The last digits of sums are noise. */
const settled = (value: number): number => Number(value.toPrecision(12));

function cumulated(counts: Float64Array): Float64Array {
  let sum = 0;
  return counts.map((count) => (sum += count));
}

const lastOf = (upTo: Float64Array): number => upTo.at(-1) ?? 0;

/** Quartiles between two values are interpolated, as spreadsheets do (type 7 of Hyndman and Fan). */
function sideOf(x: Float64Array, counts: Float64Array, upTo: Float64Array): Side | null {
  const total = lastOf(upTo);
  if (total === 0) return null;
  const mean = sumOver(x, counts, (value) => value) / total;
  const deviation = Math.sqrt(sumOver(x, counts, (value) => (value - mean) ** 2) / total);
  const quantile = (share: number): number => {
    const place = (total - 1) * share;
    const low = nthValue(x, upTo, Math.floor(place) + 1);
    return settled(low + (nthValue(x, upTo, Math.ceil(place) + 1) - low) * (place - Math.floor(place)));
  };
  const [q1, median, q3] = [quantile(0.25), quantile(0.5), quantile(0.75)];
  return { mean: settled(mean), deviation: settled(deviation), q1, median, q3 };
}

function sumOver(x: Float64Array, counts: Float64Array, of: (value: number) => number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (counts[i] ?? 0) * of(x[i] ?? 0);
  return sum;
}

/** The value of the n-th client in rising order, counted from 1. */
const nthValue = (x: Float64Array, upTo: Float64Array, nth: number): number => x[firstUpTo(upTo, nth)] ?? 0;

/** The place of the first sum that is not below a number: its length where there is none. */
function firstUpTo(upTo: Float64Array, least: number): number {
  let [from, to] = [0, upTo.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((upTo[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

function extremesOf(x: Float64Array, u: Float64Array): Described['extremes'] {
  const first = u.findIndex((count) => count > 0);
  if (first < 0) return null;
  return { low: x[first] ?? 0, high: x[u.findLastIndex((count) => count > 0)] ?? 0 };
}

/**
 * The quantiles that ranges are cut at. Where many share the lowest value, the next stands for it: they are a range of their
 * own.
 */
function cutsOf(x: Float64Array, upTo: Float64Array): number[] {
  const total = lastOf(upTo);
  const lowest = firstUpTo(upTo, 1);
  const second = firstUpTo(upTo, (upTo[lowest] ?? 0) + 1);
  if (total === 0 || second === upTo.length) return [];
  const places = Array.from({ length: mostRanges - 1 }, (_, i) => {
    return firstUpTo(upTo, Math.ceil((total * (i + 1)) / mostRanges));
  });
  return places.map((place) => x[place === lowest ? second : place] ?? 0);
}

/** Largest distance between two distribution functions. Values that are one as doubles are one step of both. */
function distance(x: Float64Array, upToK: Float64Array, upToB: Float64Array): number {
  const [n, m] = [lastOf(upToK), lastOf(upToB)];
  return upToK.reduce(
    (most, k, i) => (x[i] === x[i + 1] ? most : Math.max(most, Math.abs(k / n - (upToB[i] ?? 0) / m))),
    0,
  );
}
