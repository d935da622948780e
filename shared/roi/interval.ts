/**
 * The middle of values between the quantiles `tail` and 1 - `tail`, each linear between two values (type 7, as R and
 * DuckDB's quantile_cont). Only the tails are brought into order, in one pass: most values take two comparisons.
 */
export function intervalOf(values: Float64Array, tail: number): { low: number; high: number } {
  const at = (values.length - 1) * tail;
  const below = Math.floor(at);
  const count = Math.min(values.length, below + 2);
  const least = values.slice(0, count).sort();
  const greatest = least.toReversed();
  let lowest = least[count - 1] ?? Number.NaN;
  let highest = greatest[count - 1] ?? Number.NaN;
  for (let k = count; k < values.length; k++) {
    const value = values[k] ?? Number.NaN;
    if (value < lowest) {
      let i = count - 1;
      for (; i > 0 && (least[i - 1] ?? value) > value; i--) least[i] = least[i - 1] ?? value;
      least[i] = value;
      lowest = least[count - 1] ?? value;
    }
    if (value > highest) {
      let i = count - 1;
      for (; i > 0 && (greatest[i - 1] ?? value) < value; i--) greatest[i] = greatest[i - 1] ?? value;
      greatest[i] = value;
      highest = greatest[count - 1] ?? value;
    }
  }
  return { low: between(least, at, below), high: between(greatest, at, below) };
}

/** An infinite neighbour counts for nothing where the place is that of a value. */
function between(ordered: Float64Array, at: number, below: number): number {
  const near = ordered[below] ?? Number.NaN;
  const far = ordered[below + 1] ?? near;
  return near === far || at === below ? near : near + (far - near) * (at - below);
}
