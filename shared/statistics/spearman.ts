/** Rows that both values must be known in. */
const fewest = 20;

/** Ranks from 1, ties with their mean; NaN stays NaN and has none. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys())
    .filter((at) => !Number.isNaN(values[at]))
    .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to++;
    for (let i = from; i <= to; i++) ranks[order[i] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/**
 * Pearson's r over the rows where neither is NaN; null below 20 of them, or where one does not vary. Over ranks it is
 * Spearman's rho.
 */
export function correlation(a: Float64Array, b: Float64Array): number | null {
  let [n, sumA, sumB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? Number.NaN, b[i] ?? Number.NaN];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    n++;
    sumA += x;
    sumB += y;
  }
  if (n < fewest) return null;
  let [together, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] ?? Number.NaN) - sumA / n, (b[i] ?? Number.NaN) - sumB / n];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    together += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return ofA === 0 || ofB === 0 ? null : Math.max(-1, Math.min(1, together / Math.sqrt(ofA * ofB)));
}
