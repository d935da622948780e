import { twoSided } from './normal.ts';

export interface ProportionTest {
  /** Above 0 where the first share is the larger one. */
  readonly z: number;
  /** Two-sided, by the normal approximation. */
  readonly p: number;
}

/**
 * Whether two shares of groups without a member in common differ: z = (k/n - m/l) / √(q(1-q)(1/n + 1/l)), q = (k+m)/(n+l).
 * Null where a group is empty. Where nobody or everybody has the trait, nothing differs: p = 1.
 */
export function compareShares(k: number, n: number, m: number, l: number): ProportionTest | null {
  if (n === 0 || l === 0) return null;
  const pooled = (k + m) / (n + l);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / l));
  if (deviation === 0) return { z: 0, p: 1 };
  const z = (k / n - m / l) / deviation;
  return { z, p: twoSided(z) };
}
