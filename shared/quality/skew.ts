/** Values that a skew needs. */
const fewest = 20;

/**
 * (p95 + p5 - 2·p50) / (p95 - p5): between -1 and 1, 0 where both tails are alike (Hinkley 1975). Null for fewer than 20
 * values or where the tails have no width. Quantiles interpolate between neighbours.
 */
export function quantileSkew(values: Float64Array): number | null {
  const known = values.filter((value) => Number.isFinite(value)).sort();
  if (known.length < fewest) return null;
  const [low, middle, high] = [quantile(known, 0.05), quantile(known, 0.5), quantile(known, 0.95)];
  return high === low ? null : (high + low - 2 * middle) / (high - low);
}

function quantile(sorted: Float64Array, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] ?? 0;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at - Math.floor(at));
}
