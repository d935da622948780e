import type { Locale } from '../errors/index.ts';
import { formatCount, formatInterval, formatTgi, statedN, statedP } from '../format/index.ts';
import {
  type Baseline,
  leadingTraits,
  type PortraitDefinition,
  type PortraitResult,
  type RankedTrait,
  type TraitFacts,
  traitFacts,
  traitPhrase,
} from '../portraits/index.ts';
import type { Finding } from './finding.ts';
import { hiddenCounts, isSmall } from './suppress.ts';

/**
 * Whether a trait has so few clients in the group, beside it or in the baseline, or would tell of another that has, that
 * neither count nor share may be shown.
 */
export function isHiddenTrait({ dimension, trait }: RankedTrait): boolean {
  const at = dimension.traits.indexOf(trait);
  return (['group', 'rest', 'baseline'] as const).some(
    (who) => hiddenCounts(dimension.traits.map(({ counts }) => counts[who]))[at],
  );
}

/** Which of those that a portrait compares are so few that nothing of it may be shown; null: none. */
export function tooFewToShow({ sizes }: PortraitResult): 'group' | 'rest' | 'baseline' | null {
  return (['group', 'rest', 'baseline'] as const).find((who) => isSmall(sizes[who])) ?? null;
}

/** What sets the group apart most, as the screen says it, too; or, where nothing does, how many it is compared with. */
export function portraitFinding(
  name: string,
  definition: PortraitDefinition,
  result: PortraitResult,
  locale: Locale,
): Finding {
  const words = locale === 'zh' ? chinese : english;
  const { group, baseline, rest } = result.sizes;
  if (group === 0) return { sentence: words.nobody(name), certainty: '' };
  const few = tooFewToShow(result);
  if (few) return { sentence: words.few(name)[few], certainty: words.suppressed };
  if (baseline === 0) return { sentence: words.nobodyToCompare(name), certainty: '' };
  if (result.dimensions.length === 0) return { sentence: words.nothingToCompare(name), certainty: '' };
  if (rest === 0) return { sentence: words.everybody(name, formatCount(group)), certainty: '' };
  const [told] = leadingTraits(result, 1, (ranked) => !isHiddenTrait(ranked));
  if (!told) return { sentence: words.nothing(name, formatCount(group)), certainty: words.level };
  const { intervals, tgi, adjusted } = told.trait;
  const subject = definition.scope.kind === 'segment' ? definition.scope.segment : name;
  const interval = intervals.group ? formatInterval(intervals.group) : '—';
  return {
    sentence: words.told(subject, traitFacts(told, group, locale), words.against(definition.baseline)),
    certainty: words.certainty(
      interval,
      statedN(group),
      statedN(baseline),
      tgi === null ? null : formatTgi(tgi),
      statedP(adjusted ?? 1),
    ),
  };
}

interface Words {
  nobody(name: string): string;
  few(name: string): Record<'group' | 'rest' | 'baseline', string>;
  suppressed: string;
  nobodyToCompare(name: string): string;
  nothingToCompare(name: string): string;
  everybody(name: string, group: string): string;
  nothing(name: string, group: string): string;
  level: string;
  against(baseline: Baseline): string;
  told(subject: string, facts: TraitFacts, against: string): string;
  certainty(interval: string, n: string, baseline: string, tgi: string | null, p: string): string;
}

const chinese: Words = {
  nobody: (name) => `“${name}”中没有客户`,
  few: (name) => ({
    group: `“${name}”少于 10 户，特征不予显示`,
    rest: `“${name}”以外的客户少于 10 户，特征不予显示`,
    baseline: `“${name}”的基准少于 10 户，特征不予显示`,
  }),
  suppressed: '为避免识别到个人，少于 10 户的客群不显示占比。',
  nobodyToCompare: (name) => `“${name}”的基准中没有客户，无从比较`,
  nothingToCompare: (name) => `“${name}”没有可比较的字段`,
  everybody: (name, group) => `“${name}”的 ${group} 户就是全部客户，没有其余客户可比较`,
  nothing: (name, group) => `“${name}”的 ${group} 户与其余客户没有显著差别`,
  level: '全部可显示的特征，p 值经 Benjamini-Hochberg 校正后都不小于 0.05。',
  against: (baseline) => ({ all: '全部客户', complement: '其余客户', segment: `“${named(baseline)}”` })[baseline.kind],
  told: (subject, facts, against) => {
    const { share, base, none, beside } = facts;
    const what = traitPhrase(facts, 'zh');
    if (none) return `“${subject}”没有一户${what}，${against}为 ${base}`;
    const told = `“${subject}”中，${what}的客户占 ${share}，`;
    if (typeof beside === 'object') return `${told}是${against}（${base}）的 ${beside.times} 倍`;
    return `${told}${{ above: '高于', below: '低于', level: '等于' }[beside]}${against}的 ${base}`;
  },
  certainty: (interval, n, baseline, tgi, p) =>
    `占比的 95% 区间为 ${interval}（Wilson），${n}，基准 ${baseline}；${tgi === null ? '' : `TGI\u00A0${tgi}；`}与其余客户比较 ${p}（Benjamini-Hochberg 校正）。`,
};

const english: Words = {
  nobody: (name) => `“${name}” holds no clients`,
  few: (name) => ({
    group: `“${name}” has fewer than 10 clients, so its traits are not shown`,
    rest: `Fewer than 10 clients are outside “${name}”, so its traits are not shown`,
    baseline: `The baseline of “${name}” has fewer than 10 clients, so its traits are not shown`,
  }),
  suppressed: 'To protect identities, shares of a group under 10 clients are not shown.',
  nobodyToCompare: (name) => `The baseline of “${name}” holds no clients, so there is nothing to compare with`,
  nothingToCompare: (name) => `“${name}” has no field to compare`,
  everybody: (name, group) => `The ${group} clients of “${name}” are all there are: there is no rest to compare with`,
  nothing: (name, group) => `The ${group} clients of “${name}” do not differ significantly from the rest`,
  level: 'Of the traits that may be shown, all p-values, adjusted by Benjamini-Hochberg, are 0.05 or above.',
  against: (baseline) =>
    ({ all: 'all clients', complement: 'the rest', segment: `“${named(baseline)}”` })[baseline.kind],
  told: (subject, facts, against) => {
    const { share, base, none, beside } = facts;
    const what = traitPhrase(facts, 'en');
    if (none) return `For none of “${subject}”, ${what}: against ${base} among ${against}`;
    const told = `For ${share} of “${subject}”, ${what}: `;
    if (typeof beside === 'object') return `${told}${beside.times} times the share among ${against} (${base})`;
    return `${told}${{ above: 'above', below: 'below', level: 'level with' }[beside]} the ${base} among ${against}`;
  },
  certainty: (interval, n, baseline, tgi, p) =>
    `95% interval of the share: ${interval} (Wilson), ${n}, baseline ${baseline};${tgi === null ? '' : ` TGI\u00A0${tgi};`} against the rest ${p} (Benjamini-Hochberg).`,
};

const named = (baseline: Baseline): string => (baseline.kind === 'segment' ? baseline.segment : '');
