/**
 * The middle of values between the quantiles `tail` and 1 - `tail`, each linear between two values (type 7, as R and
 * DuckDB's quantile_cont). Only the tails are brought into order: sorting all would take longer than the fits that the
 * values come from.
 */
export function intervalOf(values: Float64Array, tail: number): { low: number; high: number } {
  const at = (values.length - 1) * tail;
  return { low: fromEnd(values, at, 1), high: fromEnd(values, at, -1) };
}

/** The value at place `at`, counted from the least (`sign` 1) or from the greatest (-1). */
function fromEnd(values: Float64Array, at: number, sign: 1 | -1): number {
  const below = Math.floor(at);
  const least = leastOf(values, Math.min(values.length, below + 2), sign);
  const near = sign * (least[below] ?? Number.NaN);
  const far = sign * (least[below + 1] ?? sign * near);
  // An infinite neighbour counts for nothing where the place is that of a value.
  return near === far || at === below ? near : near + (far - near) * (at - below);
}

/** The `count` least of sign·value, in order: few of many come to be among them, so that most take one comparison. */
function leastOf(values: Float64Array, count: number, sign: 1 | -1): Float64Array {
  const least = new Float64Array(count);
  let held = 0;
  for (let k = 0; k < values.length; k++) {
    const value = sign * (values[k] ?? 0);
    if (held === count && value >= (least[count - 1] ?? value)) continue;
    let i = held < count ? held++ : count - 1;
    for (; i > 0 && (least[i - 1] ?? value) > value; i--) least[i] = least[i - 1] ?? value;
    least[i] = value;
  }
  return least;
}
