/** χ² at 95 % for 1 to 30 degrees of freedom. */
const chiSquare95 = [
  3.841459, 5.991465, 7.814728, 9.487729, 11.070498, 12.591587, 14.06714, 15.507313, 16.918978, 18.307038, 19.675138,
  21.02607, 22.362032, 23.684791, 24.99579, 26.296228, 27.587112, 28.869299, 30.143527, 31.410433, 32.670573, 33.924438,
  35.172462, 36.415029, 37.652484, 38.885139, 40.113272, 41.337138, 42.556968, 43.772972,
] as const;

/** What stands for the count of a bin that one side has nobody in. */
const instead = 0.5;

export interface Psi {
  readonly value: number;
  /** Bins that hold something on either side. */
  readonly bins: number;
  /** Bins that were empty on one side, and counted as half a row. */
  readonly empty: number;
  /** What chance alone exceeds in 5 % of cases: χ²(bins - 1) · (1/n + 1/m) (Yurdakul, Naranjo 2020). */
  readonly critical: number;
}

/**
 * The population stability index Σ (a - e) · ln(a / e) over bins frozen at the reference (Siddiqi). Null where a side has
 * no row at all.
 */
export function psi(reference: readonly number[], current: readonly number[]): Psi | null {
  const pairs = reference.map((e, i) => ({ e, a: current[i] ?? 0 })).filter(({ e, a }) => e + a > 0);
  const total = (of: (pair: { e: number; a: number }) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0);
  const [n, m] = [total(({ e }) => e), total(({ a }) => a)];
  if (n === 0 || m === 0) return null;
  const filled = pairs.map(({ e, a }) => ({ e: e || instead, a: a || instead }));
  const wholeE = filled.reduce((sum, { e }) => sum + e, 0);
  const wholeA = filled.reduce((sum, { a }) => sum + a, 0);
  const value = filled.reduce((sum, { e, a }) => {
    const [expected, actual] = [e / wholeE, a / wholeA];
    return sum + (actual - expected) * Math.log(actual / expected);
  }, 0);
  const freedom = Math.min(pairs.length - 1, chiSquare95.length);
  const critical = freedom === 0 ? 0 : (chiSquare95[freedom - 1] ?? 0) * (1 / n + 1 / m);
  return { value, bins: pairs.length, empty: pairs.filter(({ e, a }) => e === 0 || a === 0).length, critical };
}
