import type { Constant } from '#shared/conditions/index.ts';
import type { CountedTrait, Three, Trait } from '#shared/portraits/index.ts';
import type { Row } from '../warehouse/index.ts';

/** One counted row of a statement: clients of the group, of the baseline, of either and of all. */
export interface Counts {
  readonly k: number;
  readonly b: number;
  readonly u: number;
  readonly a: number;
}

export interface ValueCounts extends Counts {
  /** Null: empty. */
  readonly value: Constant | null;
}

export const countsOf = (row: Row | undefined): Counts => ({
  k: Number(row?.k ?? 0),
  b: Number(row?.b ?? 0),
  u: Number(row?.u ?? 0),
  a: Number(row?.a ?? 0),
});

export const added = (all: readonly Counts[]): Counts =>
  all.reduce((x, y) => ({ k: x.k + y.k, b: x.b + y.b, u: x.u + y.u, a: x.a + y.a }), { k: 0, b: 0, u: 0, a: 0 });

export const threeOf = ({ k, b, a }: Counts): Three => ({ group: k, baseline: b, rest: a - k });

export const counted = (trait: Trait, counts: Counts): CountedTrait => ({ trait, counts: threeOf(counts) });

/** Values drawn by themselves; the rest is "others". */
const mostShown = 12;

/** The values that are drawn, those of most clients of group and baseline first (ties by value), and the others. */
export function topValues(values: readonly ValueCounts[]): { shown: readonly ValueCounts[]; others: ValueCounts[] } {
  const known = values
    .filter(({ value, u }) => value !== null && u > 0)
    .sort((x, y) => y.u - x.u || compare(x.value, y.value));
  // One value alone is drawn rather than called "others".
  const cut = known.length === mostShown + 1 ? known.length : mostShown;
  return { shown: known.slice(0, cut), others: known.slice(cut) };
}

export function compare(x: Constant | null, y: Constant | null): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return String(x) < String(y) ? -1 : 1;
}

export const shownValue = ({ value }: ValueCounts): Constant => value ?? '';
