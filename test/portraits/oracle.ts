import type { AssessedTrait } from '#shared/portraits/index.ts';

/** What docs/semantics.md says of portraits, over plain arrays: shares no code with the engine. */

export interface Sizes {
  group: number;
  baseline: number;
  rest: number;
}

/** Figures of a trait from its counts, by the formulas as they are written down. */
export function figures(counts: Sizes, sizes: Sizes) {
  const share = (side: keyof Sizes) => (sizes[side] > 0 ? counts[side] / sizes[side] : null);
  const [p, q] = [share('group'), share('baseline')];
  const smooth = (k: number, n: number) => (k + 0.5) / (n + 1);
  const ratio = smooth(counts.group, sizes.group) / smooth(counts.baseline, sizes.baseline);
  return {
    shares: { group: p, baseline: q, rest: share('rest') },
    tgi: p === null || q === null || q === 0 ? null : (100 * p) / q,
    strength: sizes.baseline > 0 ? sizes.group * Math.abs(Math.log(ratio)) : 0,
    p: test(counts, sizes),
  };
}

/** Two proportions, pooled, by a chi-squared of one degree of freedom; its tail by summing the density. */
function test(counts: Sizes, sizes: Sizes): number | null {
  const [n, m] = [sizes.group, sizes.rest];
  if (n === 0 || m === 0) return null;
  const hits = counts.group + counts.rest;
  const misses = n + m - hits;
  if (hits === 0 || misses === 0) return 1;
  const cross = counts.group * (m - counts.rest) - counts.rest * (n - counts.group);
  const chi = ((n + m) * cross ** 2) / (n * m * hits * misses);
  return normalTail(Math.sqrt(chi));
}

/** 2 (1 - Φ(z)) by Simpson's rule. */
function normalTail(z: number): number {
  const steps = 2000;
  const width = z / steps;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(0) + density(z);
  for (let i = 1; i < steps; i++) sum += density(i * width) * (i % 2 ? 4 : 2);
  return Math.max(0, 1 - (2 * sum * width) / 3);
}

/** Benjamini and Hochberg in their own words: the smallest level at which a value would be called a discovery. */
export function adjusted(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((p) => p !== null).sort((a, b) => a - b);
  return values.map((p) => {
    if (p === null) return null;
    const levels = known.flatMap((other, i) => (other >= p ? [(other * known.length) / (i + 1)] : []));
    return Math.min(1, ...levels);
  });
}

export const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
export const deviation = (values: readonly number[]) => Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)));

/** Quantile as spreadsheets have it. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

/** Largest distance between two empirical distribution functions. */
export function ks(a: readonly number[], b: readonly number[]): number {
  const upTo = (values: readonly number[], x: number) => values.filter((value) => value <= x).length / values.length;
  return Math.max(...[...a, ...b].map((x) => Math.abs(upTo(a, x) - upTo(b, x))));
}

export const sum = (traits: readonly AssessedTrait[], side: keyof Sizes) =>
  traits.reduce((total, { counts }) => total + counts[side], 0);
