/**
 * The quantile of values, linear between two (type 7, as R and DuckDB's quantile_cont). Reorders them: only what is asked for
 * is brought to its place (Hoare's selection), because sorting all would take longer than the fits that they come from.
 */
export function quantile(values: Float64Array, share: number): number {
  const at = (values.length - 1) * share;
  const below = Math.floor(at);
  const low = select(values, below);
  let high = low;
  if (below + 1 < values.length) {
    // All that lies behind is not below it: the next is the least of that.
    high = Number.POSITIVE_INFINITY;
    for (let i = below + 1; i < values.length; i++) high = Math.min(high, values[i] ?? high);
  }
  return low === high ? low : low + (high - low) * (at - below);
}

/** The value that would stand at `k` if all were sorted; those before it are not above, those behind it not below. */
function select(values: Float64Array, k: number): number {
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? 0;
    let [i, j] = [left, right];
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++;
      while ((values[j] ?? 0) > pivot) j--;
      if (i > j) break;
      const swapped = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = swapped;
      i++;
      j--;
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k] ?? Number.NaN;
}
