import type { Locale } from '../errors/index.ts';
import type { AssessedTrait, Dimension, PortraitDefinition, PortraitResult } from '../portraits/index.ts';
import { formatCount, formatInterval, formatP, formatRatio, formatShare } from '../reports/numbers.ts';
import type { Finding } from './finding.ts';
import { isSmall } from './suppress.ts';
import { traitWords } from './traits.ts';

/** One trait with the field that it is a trait of. */
export interface RankedTrait {
  readonly dimension: Dimension;
  readonly trait: AssessedTrait;
}

/** The traits that set the group apart most, over all fields, strongest first; of equals in the order of the fields. */
export function strongestTraits({ dimensions }: PortraitResult, most: number): RankedTrait[] {
  return dimensions
    .flatMap((dimension) => dimension.traits.map((trait) => ({ dimension, trait })))
    .sort((a, b) => b.trait.strength - a.trait.strength)
    .slice(0, most);
}

/** Above this adjusted p a difference may be chance, and is not told as a finding. */
const level = 0.05;

/** What sets the group apart most; or, where nothing does, how many it is compared with. */
export function portraitFinding(
  name: string,
  definition: PortraitDefinition,
  result: PortraitResult,
  locale: Locale,
): Finding {
  const words = locale === 'zh' ? chinese : english;
  const { group, baseline } = result.sizes;
  if (group === 0) return { sentence: words.nobody(name), certainty: '' };
  if (isSmall(group)) return { sentence: words.small(name), certainty: words.suppressed };
  const told = strongestTraits(result, Number.POSITIVE_INFINITY).find(
    ({ trait }) => trait.adjusted !== null && trait.adjusted <= level && !isSmall(trait.counts.group),
  );
  if (!told) return { sentence: words.nothing(name, formatCount(group)), certainty: words.level };
  const { shares, intervals, tgi, adjusted } = told.trait;
  const [share, base] = [shares.group ?? 0, shares.baseline ?? 0];
  const subject = definition.scope.kind === 'segment' ? definition.scope.segment : name;
  const against = words.against(
    definition.baseline.kind === 'segment'
      ? definition.baseline.segment
      : definition.baseline.kind === 'all'
        ? 'all'
        : 'rest',
  );
  const what = traitWords(told.dimension, told.trait.trait, locale);
  const times =
    share >= base ? (base === 0 ? null : formatRatio(share / base)) : share === 0 ? null : formatRatio(base / share);
  const interval = intervals.group ? formatInterval(intervals.group) : '—';
  return {
    sentence: words.told(subject, what, formatShare(share), against, formatShare(base), times, share >= base),
    certainty: words.certainty(interval, formatCount(group), formatCount(baseline), tgi, formatP(adjusted ?? 1)),
  };
}

interface Words {
  nobody(name: string): string;
  small(name: string): string;
  suppressed: string;
  nothing(name: string, group: string): string;
  level: string;
  against(baseline: string): string;
  told(
    subject: string,
    what: string,
    share: string,
    against: string,
    base: string,
    times: string | null,
    more: boolean,
  ): string;
  certainty(interval: string, n: string, baseline: string, tgi: number | null, p: string): string;
}

const chinese: Words = {
  nobody: (name) => `“${name}”中没有客户`,
  small: (name) => `“${name}”少于 10 户，特征不予显示`,
  suppressed: '为避免识别到个人，少于 10 户的客群不显示占比。',
  nothing: (name, group) => `“${name}”的 ${group} 户与其余客户没有显著差别`,
  level: '全部特征的 p 值经 Benjamini-Hochberg 校正后都大于 0.05。',
  against: (baseline) => (baseline === 'all' ? '全部客户' : baseline === 'rest' ? '其余客户' : `“${baseline}”`),
  told: (subject, what, share, against, base, times, more) =>
    `“${subject}”中“${what}”占 ${share}，${
      times === null
        ? `${against}为 ${base}`
        : more
          ? `是${against}（${base}）的 ${times} 倍`
          : `${against}（${base}）是它的 ${times} 倍`
    }`,
  certainty: (interval, n, baseline, tgi, p) =>
    `占比的 95% 区间为 ${interval}（Wilson），n = ${n}，基准 n = ${baseline}；${tgi === null ? '' : `TGI ${tgi.toFixed(0)}；`}与其余客户比较 p ${p}（Benjamini-Hochberg 校正）。`,
};

const english: Words = {
  nobody: (name) => `"${name}" holds no clients`,
  small: (name) => `"${name}" has fewer than 10 clients, so its traits are not shown`,
  suppressed: 'So that nobody can be told, shares of a group under 10 clients are not shown.',
  nothing: (name, group) => `The ${group} clients of "${name}" do not differ significantly from the rest`,
  level: 'All p-values, adjusted by Benjamini-Hochberg, are above 0.05.',
  against: (baseline) => (baseline === 'all' ? 'all clients' : baseline === 'rest' ? 'the rest' : `"${baseline}"`),
  told: (subject, what, share, against, base, times, more) =>
    `"${what}" holds for ${share} of "${subject}", ${
      times === null
        ? `against ${base} of ${against}`
        : more
          ? `${times} times the share among ${against} (${base})`
          : `${against} have ${times} times that share (${base})`
    }`,
  certainty: (interval, n, baseline, tgi, p) =>
    `95% interval of the share: ${interval} (Wilson), n = ${n}, baseline n = ${baseline};${tgi === null ? '' : ` TGI ${tgi.toFixed(0)};`} against the rest p ${p} (Benjamini-Hochberg).`,
};
