import type { Locale } from '../errors/index.ts';
import { formatCount, formatInterval, formatPoints, formatShare, statedN, statedP } from '../format/index.ts';
import type { FunnelDefinition, FunnelResult, FunnelStepResult, Leak } from '../funnels/index.ts';
import type { Finding } from './finding.ts';
import { hiddenGroupSteps, hiddenSteps, isSmall } from './suppress.ts';

/** Counts of clients are groups of people and can be too small to be shown; those of loan numbers and the like are not. */
export const countsPeople = ({ entry }: Pick<FunnelDefinition, 'entry'>): boolean => entry === null;

/** The step of which the finding says that fewest go on to it, counted from 0; null where it speaks of none. */
export function leakingStep(definition: FunnelDefinition, result: FunnelResult): number | null {
  const people = countsPeople(definition);
  const [first] = result.steps;
  if (!first || first.entries === 0 || (people && isSmall(first.entries))) return null;
  const leak = toldLeak(result, people);
  if (leak) return leak.step;
  const worst = worstStep(result, people);
  return worst && result.steps.indexOf(worst.step);
}

/** The group that leaks most of those that may be told of. */
function toldLeak({ groups, leaks }: FunnelResult, people: boolean): Leak | undefined {
  const hidden = people ? hiddenGroupSteps((groups ?? []).map(({ entries }) => entries)) : [];
  return leaks.find(({ group, step, rest, restN }) => {
    const beside = people && hiddenSteps([restN, Math.round(rest * restN)]).some(Boolean);
    return !beside && !hidden[group]?.[step - 1] && !hidden[group]?.[step];
  });
}

/**
 * Where a funnel leaks: in a group, where one stands out, or else at the step at which most drop out. In the window, where one
 * works, groups of few clients are told of as they are shown there; what is handed on hides them.
 */
export function funnelFinding(
  name: string,
  definition: FunnelDefinition,
  result: FunnelResult,
  locale: Locale,
  place: 'window' | 'report' = 'report',
): Finding {
  const words = locale === 'zh' ? chinese : english;
  const [first] = result.steps;
  if (!first || first.entries === 0) return { sentence: words.nobody(name), certainty: '' };
  const people = place === 'report' && countsPeople(definition);
  if (people && isSmall(first.entries)) return { sentence: words.small(name), certainty: '' };
  const leak = toldLeak(result, people);
  if (leak) return leakFinding(result, leak, words);
  const last = result.steps.at(-1) ?? first;
  if (last.entries === first.entries) {
    return { sentence: words.through(name, formatCount(first.entries)), certainty: '' };
  }
  const worst = worstStep(result, people);
  if (!worst) return { sentence: words.few(name), certainty: '' };
  const { step, before } = worst;
  const isLastHidden = people && hiddenSteps(result.steps.map(({ entries }) => entries)).at(-1) === true;
  const begin = isLastHidden
    ? isSmall(last.entries)
      ? words.fewThrough(name)
      : words.of(name)
    : words.overall(name, formatShare(last.fromFirst.share));
  const share = people && isSmall(step.entries) ? null : formatShare(step.fromPrevious.share);
  const sentence = words.worst(begin, before.name, step.name, share);
  const certainty =
    share !== null && step.fromPrevious.interval
      ? words.certainty(formatInterval(step.fromPrevious.interval), formatCount(before.entries))
      : '';
  return { sentence, certainty };
}

/**
 * The step that the largest share of those at the step before does not reach; the earlier one of equals. Of `people`, one that
 * fewer than 10 did not reach is passed over.
 */
function worstStep(
  { steps }: FunnelResult,
  people: boolean,
): { step: FunnelStepResult; before: FunnelStepResult } | null {
  let worst: { step: FunnelStepResult; before: FunnelStepResult } | null = null;
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1];
    const share = step.fromPrevious.share;
    if (!before || share === null || share >= 1 || (people && isSmall(before.entries - step.entries))) continue;
    if (worst === null || share < (worst.step.fromPrevious.share ?? 1)) worst = { step, before };
  }
  return worst;
}

function leakFinding({ steps, groups }: FunnelResult, leak: Leak, words: Words): Finding {
  const group = groups?.[leak.group]?.value ?? words.empty;
  const step = steps[leak.step]?.name ?? '';
  const before = steps[leak.step - 1]?.name ?? '';
  return {
    sentence: words.leak(group, before, step, formatShare(leak.share), formatShare(leak.rest), leak.rest - leak.share),
    certainty: words.leakCertainty(leak.n, leak.restN, statedP(leak.adjusted)),
  };
}

interface Words {
  nobody(name: string): string;
  small(name: string): string;
  through(name: string, entries: string): string;
  few(name: string): string;
  /** How `worst` begins: with the share that go all the way, or with none where it may not be told. */
  overall(name: string, share: string): string;
  fewThrough(name: string): string;
  of(name: string): string;
  /** `share`: null where so few go on that it may not be told. */
  worst(begin: string, before: string, step: string, share: string | null): string;
  certainty(interval: string, n: string): string;
  leak(group: string, before: string, step: string, share: string, rest: string, lower: number): string;
  leakCertainty(n: number, restN: number, p: string): string;
  empty: string;
}

const chinese: Words = {
  nobody: (name) => `“${name}”的第一步没有人到达`,
  small: (name) => `“${name}”的第一步少于 10 户，不予显示`,
  through: (name, entries) => `“${name}”的 ${entries} 个都走完了全程`,
  few: (name) => `“${name}”各步流失都不足 10 户`,
  overall: (name, share) => `“${name}”总转化 ${share}，`,
  fewThrough: (name) => `“${name}”走完全程的少于 10 户，`,
  of: (name) => `“${name}”`,
  worst: (begin, before, step, share) =>
    `${begin}流失最多的是“${before}”到“${step}”，${share === null ? '走到下一步的少于 10 户' : `只有 ${share} 走到下一步`}`,
  certainty: (interval, n) => `这一步转化率的 95% 区间为 ${interval}（Wilson），基数为 ${n}。`,
  leak: (group, before, step, share, rest, lower) =>
    `“${group}”从“${before}”到“${step}”只有 ${share}，其余为 ${rest}，低 ${formatPoints(lower)} 个百分点`,
  leakCertainty: (n, restN, p) =>
    `该组 ${statedN(n)}，其余 ${statedN(restN)}；两比例 z 检验，${p}（按全部组和步骤做 Benjamini-Hochberg 校正）。`,
  empty: '（空）',
};

const english: Words = {
  nobody: (name) => `Nobody reaches the first step of “${name}”`,
  small: (name) => `Fewer than 10 clients reach the first step of “${name}”, so it is not shown`,
  through: (name, entries) => `All ${entries} of “${name}” go all the way`,
  few: (name) => `Each step of “${name}” loses fewer than 10 clients`,
  overall: (name, share) => `${share} go all the way through “${name}”; most`,
  fewThrough: (name) => `Fewer than 10 clients go all the way through “${name}”; most`,
  of: (name) => `In “${name}”, most`,
  worst: (begin, before, step, share) =>
    `${begin} drop out from “${before}” to “${step}”, where ${share ?? 'fewer than 10'} go on`,
  certainty: (interval, n) => `95% interval of that step: ${interval} (Wilson), of ${n}.`,
  leak: (group, before, step, share, rest, lower) =>
    `Of “${group}” only ${share} go from “${before}” to “${step}”, ${formatPoints(lower)} points below the rest (${rest})`,
  leakCertainty: (n, restN, p) =>
    `${statedN(n)} in the group and ${formatCount(restN)} in the rest; two-proportion z test, ${p} (Benjamini-Hochberg over all groups and steps).`,
  empty: '(empty)',
};
