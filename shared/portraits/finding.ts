import type { Locale } from '../errors/index.ts';
import { formatCount, formatRatio, formatShare } from '../format/index.ts';
import { traitLabel } from './labels.ts';
import type { AssessedTrait, Dimension, PortraitResult } from './result.ts';
import type { Trait } from './trait.ts';

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

/** Of clients out of several lists it mostly tells which list they stand in: it comes after whatever says more. */
const isEmpty = ({ trait }: AssessedTrait): boolean => trait.kind === 'empty';

/** All traits that have a name, what sets the group apart most first, and last that fields are empty. */
export function rankedTraits({ dimensions }: PortraitResult, order: Order = 'strength'): RankedTrait[] {
  return dimensions
    .flatMap((dimension) => dimension.traits.map((trait) => ({ dimension, trait })))
    .filter(({ trait }) => trait.trait.kind !== 'others' && trait.strength > 0)
    .sort(
      (a, b) =>
        Number(isEmpty(a.trait)) - Number(isEmpty(b.trait)) || weightOf(b.trait, order) - weightOf(a.trait, order),
    );
}

/** The dimensions, each by its weightiest trait, but for being empty. */
export function rankedDimensions({ dimensions }: PortraitResult, order: Order): Dimension[] {
  const weight = ({ traits }: Dimension) =>
    Math.max(0, ...traits.filter((trait) => !isEmpty(trait)).map((trait) => weightOf(trait, order)));
  return dimensions.toSorted((a, b) => weight(b) - weight(a));
}

/** Of an adjusted p from which on a difference may be chance. */
export const significance = 0.05;

/** Whether a difference may be chance. */
export const isChance = ({ adjusted }: AssessedTrait): boolean => (adjusted ?? 1) >= significance;

/** The strongest traits that chance does not explain and that may be told, one a dimension. */
export function leadingTraits(
  result: PortraitResult,
  most: number,
  mayBeTold: (ranked: RankedTrait) => boolean = () => true,
): RankedTrait[] {
  const seen = new Set<Dimension>();
  return rankedTraits(result)
    .filter((ranked) => {
      const { dimension, trait } = ranked;
      const takes = !isChance(trait) && !seen.has(dimension) && mayBeTold(ranked);
      if (takes) seen.add(dimension);
      return takes;
    })
    .slice(0, most);
}

/** A dimension's field by its name; one of a linked table, of which a client may have several rows, with its table. */
export const fieldName = ({ field, form }: Pick<Dimension, 'field' | 'form'>): string =>
  form === 'rows' ? `${field.table}·${field.field}` : field.field;

/** A trait as text and figures, the same wherever a sentence tells of it. */
export interface TraitFacts {
  readonly field: string;
  readonly label: string;
  /** A value as it stands is quoted; ranges are not, and clients without a value have none. */
  readonly kind: Trait['kind'];
  /** A client can have several rows: one with the trait is enough. */
  readonly rows: boolean;
  readonly share: string;
  readonly base: string;
  /** The share in counts: 124/207. */
  readonly of: string;
  /** Nobody in the group has it. */
  readonly none: boolean;
  /** The share in the group beside that in the baseline: how many times it from twice on, else which way, as it is printed. */
  readonly beside: { readonly times: string } | 'above' | 'below' | 'level';
}

export function traitFacts({ dimension, trait }: RankedTrait, size: number, locale: Locale): TraitFacts {
  const { counts, shares, tgi } = trait;
  const [share, base] = [formatShare(shares.group), formatShare(shares.baseline)];
  const direction = (shares.group ?? 0) > (shares.baseline ?? 0) ? 'above' : 'below';
  return {
    field: fieldName(dimension),
    label: traitLabel(trait.trait, dimension, locale),
    kind: trait.trait.kind,
    rows: dimension.form === 'rows',
    share,
    base,
    of: `${formatCount(counts.group)}/${formatCount(size)}`,
    none: counts.group === 0,
    beside: tgi !== null && tgi >= 200 ? { times: formatRatio(tgi / 100) } : share === base ? 'level' : direction,
  };
}

/** The trait as a predicate: 主要产品为“供应链融资”, 授信额度 ≥ 500, 等级为空; 主要产品 is “供应链融资”. */
export function traitPhrase({ field, label, kind, rows }: TraitFacts, locale: Locale): string {
  const what = kind === 'value' ? `“${label}”` : label;
  if (locale === 'en') return `${field} is ${kind === 'empty' ? 'empty' : what}${rows ? ' at least once' : ''}`;
  if (kind === 'empty') return `${field}为空`;
  if (kind === 'range') return `${field}${/^[<≥]/.test(label) ? '' : '为'} ${label}`;
  return `${field}${rows ? '有过' : '为'}${what}`;
}

/** What it says, in a clause: "主要产品为“供应链融资”的客户占本群 59.9%（124/207），是基准（10.7%）的 5.6 倍". */
export function traitClause(ranked: RankedTrait, { sizes }: PortraitResult, locale: Locale): string {
  const facts = traitFacts(ranked, sizes.group, locale);
  return locale === 'zh' ? chinese(facts) : english(facts);
}

function chinese(facts: TraitFacts): string {
  const { share, base, of, none, beside } = facts;
  const what = traitPhrase(facts, 'zh');
  if (none) return `本群没有一户${what}，基准为 ${base}`;
  const told = `${what}的客户占本群 ${share}（${of}），`;
  if (typeof beside === 'object') return `${told}是基准（${base}）的 ${beside.times} 倍`;
  return `${told}${{ above: '高于基准的', below: '低于基准的', level: '与基准持平：' }[beside]} ${base}`;
}

function english(facts: TraitFacts): string {
  const { share, base, of, none, beside } = facts;
  const what = traitPhrase(facts, 'en');
  if (none) return `none of the group, ${what}: against ${base} of the baseline`;
  const told = `${share} of the group (${of}), ${what}: `;
  if (typeof beside === 'object') return `${told}${beside.times} times the baseline (${base})`;
  return `${told}${{ above: 'above', below: 'below', level: 'level with' }[beside]} the baseline (${base})`;
}
