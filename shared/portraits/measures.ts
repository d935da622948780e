/** A share; null of nobody. */
export const share = (count: number, size: number): number | null => (size === 0 ? null : count / size);

/** Target group index: k in n against K in N, 100 where the shares are alike. Null where the baseline's is 0 or unknown. */
export function tgi(k: number, n: number, K: number, N: number): number | null {
  return n === 0 || K === 0 || N === 0 ? null : (k / n / (K / N)) * 100;
}

/** n x |ln(((k+0.5)/(n+1)) / ((K+0.5)/(N+1)))|: tiny groups don't win, zero counts stay finite (formulas.md, Portraits). */
export function strength(k: number, n: number, K: number, N: number): number {
  return n * Math.abs(Math.log((k + 0.5) / (n + 1) / ((K + 0.5) / (N + 1))));
}

export interface Moments {
  readonly mean: number;
  /** Of the population, not the sample. */
  readonly deviation: number;
}

/** Difference of two means in units of their pooled deviation; null where neither varies and yet they differ. */
export function standardisedDifference(a: Moments, b: Moments): number | null {
  if (a.mean === b.mean) return 0;
  const deviation = Math.sqrt((a.deviation ** 2 + b.deviation ** 2) / 2);
  return deviation === 0 ? null : (a.mean - b.mean) / deviation;
}
