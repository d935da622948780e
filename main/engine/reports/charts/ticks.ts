/** Round values that cover `low` to `high`, at most `most` intervals of 1, 2 or 5 times a power of ten between them. */
export function niceTicks(low: number, high: number, most: number): number[] {
  const step = niceStep(low, high, most);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Whole numbers from `first` to `last`: both ends, and round ones between that leave them room. */
export function wholeTicks(first: number, last: number, most: number): number[] {
  if (last <= first) return [first];
  const step = Math.max(1, niceStep(first, last, most));
  const between = niceTicks(first, last, most)
    .filter((tick) => Number.isInteger(tick))
    .filter((tick) => tick - first >= step / 2 && last - tick >= step / 2);
  return [first, ...between, last];
}

function niceStep(low: number, high: number, most: number): number {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1);
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
}
