/** One figure of a benchmark: ours beside its baseline, measured in turn in the same run. */
export interface Figure {
  name: string;
  unit: 'ms' | 's' | 'µs' | 'MB';
  ours: number[];
  baseline: number[];
  baselineName: string;
  /** The ratio that we want to stay below. */
  goal: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Median of the pairwise ratios: each pair was measured back to back, so a drift of the machine cancels out. */
export function ratioOf(figure: Figure): number {
  return median(figure.ours.map((value, i) => value / (figure.baseline[i] ?? Number.NaN)));
}

export function formatFigure(figure: Figure): string {
  const ratio = ratioOf(figure);
  const show = (values: readonly number[]) => `${median(values).toPrecision(3)} ${figure.unit}`;
  const verdict = ratio <= figure.goal ? 'met' : 'MISSED';
  return `${figure.name}\n  ours ${show(figure.ours)}, ${figure.baselineName} ${show(figure.baseline)}: ratio ${ratio.toFixed(2)} (goal ${figure.goal.toFixed(1)}, ${verdict}; ${figure.ours.length} pairs)`;
}
