import type { Locale } from '../errors/index.ts';
import { traitLabel } from './labels.ts';
import type { AssessedTrait, Dimension, PortraitResult } from './result.ts';

/** A trait with the dimension that it belongs to. */
export interface RankedTrait {
  readonly dimension: Dimension;
  readonly trait: AssessedTrait;
}

export const orders = ['strength', 'tgi'] as const;
export type Order = (typeof orders)[number];

/** How far a trait sets the group apart, by the order chosen: n x |ln ratio|, or TGI alone, whichever way it points. */
export function weightOf(trait: AssessedTrait, order: Order): number {
  if (trait.trait.kind === 'others') return 0;
  if (order === 'strength') return trait.strength;
  // A TGI of 0 is as far from 100 as can be, yet must not hide all that is finite.
  return trait.tgi === null ? 0 : Math.abs(Math.log(Math.max(trait.tgi, 1) / 100));
}

/** All traits that have a name, what sets the group apart most first. */
export function rankedTraits({ dimensions }: PortraitResult, order: Order = 'strength'): RankedTrait[] {
  return dimensions
    .flatMap((dimension) => dimension.traits.map((trait) => ({ dimension, trait })))
    .filter(({ trait }) => trait.trait.kind !== 'others' && trait.strength > 0)
    .sort((a, b) => weightOf(b.trait, order) - weightOf(a.trait, order));
}

/** The dimensions, each by its weightiest trait. */
export function rankedDimensions({ dimensions }: PortraitResult, order: Order): Dimension[] {
  const weight = ({ traits }: Dimension) => Math.max(0, ...traits.map((trait) => weightOf(trait, order)));
  return dimensions.toSorted((a, b) => weight(b) - weight(a));
}

/** Of an adjusted p from which on a difference may be chance. */
export const significance = 0.05;

/** The strongest traits that chance does not explain, one a dimension. */
export function leadingTraits(result: PortraitResult, most: number): RankedTrait[] {
  const seen = new Set<Dimension>();
  return rankedTraits(result)
    .filter(({ dimension, trait }) => {
      const takes = (trait.adjusted ?? 1) < significance && !seen.has(dimension);
      if (takes) seen.add(dimension);
      return takes;
    })
    .slice(0, most);
}

/** What it says, in a clause: "主要产品为供应链融资的占 59.9%（124/207），是基准 10.7% 的 5.6 倍". */
export function traitClause({ dimension, trait }: RankedTrait, locale: Locale): string {
  const { counts, shares, tgi } = trait;
  const label = traitLabel(trait.trait, dimension, locale);
  const facts = {
    field: dimension.form === 'rows' ? `${dimension.field.table}·${dimension.field.field}` : dimension.field.field,
    label,
    empty: trait.trait.kind === 'empty',
    rows: dimension.form === 'rows',
    share: percent(shares.group),
    base: percent(shares.baseline),
    of: `${counts.group.toLocaleString('en-GB')}/${sizeOf(trait).toLocaleString('en-GB')}`,
    times: tgi === null || tgi < 200 ? null : (tgi / 100).toFixed(1),
    none: counts.group === 0,
    more: (shares.group ?? 0) > (shares.baseline ?? 0),
  };
  return locale === 'zh' ? chinese(facts) : english(facts);
}

/** The size of the group, from a count and its share. */
const sizeOf = ({ counts, shares }: AssessedTrait): number =>
  shares.group ? Math.round(counts.group / shares.group) : 0;

interface Facts {
  field: string;
  label: string;
  empty: boolean;
  rows: boolean;
  share: string;
  base: string;
  of: string;
  times: string | null;
  none: boolean;
  more: boolean;
}

function chinese({ field, label, empty, rows, share, base, of, times, none, more }: Facts): string {
  const what = empty ? `“${field}”为空` : rows ? `有过“${field}：${label}”` : `“${field}”为“${label}”`;
  if (none) return `没有一户${what}，基准为 ${base}`;
  if (times !== null) return `${what}的占 ${share}（${of}），是基准 ${base} 的 ${times} 倍`;
  return `${what}的占 ${share}（${of}），${more ? '高' : '低'}于基准的 ${base}`;
}

function english({ field, label, empty, rows, share, base, of, times, none, more }: Facts): string {
  const what = empty ? `“${field}” empty` : `“${field}” ${rows ? 'at least once' : 'as'} “${label}”`;
  if (none) return `none has ${what}, against ${base} in the baseline`;
  if (times !== null) return `${share} (${of}) have ${what}, ${times} times the ${base} of the baseline`;
  return `${share} (${of}) have ${what}, ${more ? 'above' : 'below'} the ${base} of the baseline`;
}

/** A share with one decimal; what is there but rounds to nothing says so. */
function percent(share: number | null): string {
  if (share === null) return '—';
  if (share > 0 && share < 0.0005) return '<0.1%';
  if (share < 1 && share >= 0.9995) return '>99.9%';
  return `${(share * 100).toFixed(1)}%`;
}
