import type { Control, ControlCheck, OwnFigure, Reconciliation } from './control.ts';
import { isWithin, minus } from './decimal.ts';

/** A figure to be compared, and who says it. */
export type Expected = Pick<ControlCheck, 'field' | 'figure' | 'tolerance' | 'by' | 'line'>;

/** What the analyst entered, and of the file's own figures those of which the analyst said nothing. */
export function expectedOf(controls: readonly Control[], own: readonly OwnFigure[]): Expected[] {
  const entered = controls.flatMap(({ field, figure, tolerance }): Expected[] =>
    figure === null ? [] : [{ field, figure, tolerance, by: 'analyst', line: null }],
  );
  const said = new Set(controls.map(({ field }) => field));
  const found = own
    .filter(({ field }) => !said.has(field))
    .map(({ field, figure, line }): Expected => ({ field, figure, tolerance: '0', by: 'file', line }));
  return [...entered, ...found];
}

/** Holds what a dataset has against a figure. Exact: all numbers are decimals as text. */
export function checkOf(
  expected: Expected,
  actual: string | null,
  empty: number,
  aside: Reconciliation['aside'],
): ControlCheck {
  if (actual === null) return { ...expected, actual, difference: null, matched: false, empty, explained: [] };
  const difference = minus(actual, expected.figure);
  const matched = isWithin(difference, expected.tolerance);
  const explained = matched ? [] : explain(expected, actual, difference, aside);
  return { ...expected, actual, difference, matched, empty, explained };
}

type Explained = ControlCheck['explained'];

/** Counts of what is no row that are together what a number of rows lacks: the fewest that do. */
function explain(
  { field, figure }: Expected,
  actual: string,
  difference: string,
  aside: Reconciliation['aside'],
): Explained {
  if (field !== null) return difference === figure && figure !== '0' && actual !== '0' ? ['doubled'] : [];
  const missing = Number(difference) * -1;
  const kinds = (['quarantined', 'totals', 'blank', 'comments'] as const).filter((kind) => aside[kind] > 0);
  const subsets = Array.from({ length: 2 ** kinds.length }, (_, bits) =>
    kinds.filter((_kind, i) => Math.floor(bits / 2 ** i) % 2 === 1),
  );
  const fitting = subsets.filter((some) => some.reduce((sum, kind) => sum + aside[kind], 0) === missing);
  return fitting.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
