import type { Locale } from '../errors/index.ts';
import { periodName, periodUnit, type RoiPeriod } from '../roi/index.ts';

/** What can be said of a study and of its campaigns. */
export interface RoiFindingWords {
  readonly nothing: (name: string) => string;
  readonly noRatio: (name: string) => string;
  /** `yuan`: the fields say that they are in 元. */
  readonly total: (name: string, roas: string, yuan: boolean, paysBack: boolean) => string;
  /** The bare ratio, where it cannot be told whether the cost has come back. */
  readonly ratio: (name: string, roas: string) => string;
  /** Only this field names its unit. */
  readonly oneUnit: (field: string, unit: string) => string;
  readonly notIncremental: string;
  readonly quoted: (name: string) => string;

  readonly halves: (name: string, measure: string, halfLife: string) => string;
  readonly interval: (interval: string) => string;
  readonly fastest: string;
  readonly below: (period: number) => string;
  readonly certainty: (interval: string, resamples: string, fit: string, points: string) => string;

  readonly doesNotDecay: (name: string, measure: string, low: string, high: string) => string;
  readonly notFalling: (name: string, measure: string) => string;
  readonly tooFewPoints: (name: string, points: number, needed: number) => string;
  readonly cannotBeFitted: (name: string, measure: string) => string;
  readonly paidBack: (period: number) => string;
  readonly paybackLost: (period: number) => string;
  readonly notPaidBack: string;
  readonly refreshIn: (period: number, low: number, high: number) => string;
  readonly refreshOpen: (period: number, low: number) => string;
  readonly refreshBeyond: (period: number) => string;
  readonly refreshNever: string;
  /** Between sentences. */
  readonly gap: string;
}

const zh = (unit: string): RoiFindingWords => ({
  nothing: (name) => `“${name}”没有可用的行`,
  noRatio: (name) => `“${name}”的成本不大于 0，算不出 ROAS`,
  total: (name, roas, yuan, paysBack) => {
    const unit = yuan ? ' 元' : '';
    return `“${name}”每 1${unit || ' 单位'}成本收回 ${roas}${unit}，${paysBack ? '已' : '尚未'}回本`;
  },
  ratio: (name, roas) => `“${name}”的收益与成本之比为 ${roas}`,
  oneUnit: (field, unit) => `只有“${field}”写明了单位（${unit}），另一个字段没有写明：未作换算，不判断是否回本。`,
  notIncremental: '没有对照组，非增量口径。',
  quoted: (name) => `“${name}”`,
  halves: (name, measure, halfLife) => `${name}的 ${measure} 每 ${halfLife} ${unit}减半`,
  interval: (interval) => `（95% 区间 ${interval}）。`,
  fastest: '，衰减最快',
  below: (period) => `，第 ${period} ${unit}起低于盈亏平衡`,
  certainty: (interval, resamples, fit, points) =>
    `半衰期的 95% 区间为 ${interval} ${unit}（残差自助法 ${resamples} 次），${fit && `${fit}，`}${points} ${unit}；没有对照组，非增量口径。`,
  doesNotDecay: (name, measure, low, high) =>
    `${name}的 ${measure} 不衰减：衰减率的 95% 区间 ${low} 至 ${high} 不高于 0 或包含 0。`,
  notFalling: (name, measure) => `${name}的 ${measure} 没有从正值衰减，不给出半衰期。`,
  tooFewPoints: (name, points, needed) => `${name}只有 ${points} ${unit}有比率，不足 ${needed} ${unit}，不作拟合。`,
  cannotBeFitted: (name, measure) => `${name}的 ${measure} 无法拟合：各期都为 0，或全部集中在第一期。`,
  paidBack: (period) => `第 ${period} ${unit}累计收益已抵回成本。`,
  paybackLost: (period) => `但到第 ${period} ${unit}又低于成本。`,
  notPaidBack: '至今没有回本。',
  refreshIn: (period, low, high) =>
    `拟合曲线从第 ${period} ${unit}（95% 区间 ${low}–${high}）起低于盈亏平衡，宜在此之前更新。`,
  refreshOpen: (period, low) =>
    `拟合曲线从第 ${period} ${unit}（最早第 ${low} ${unit}，上限超出可外推范围）起低于盈亏平衡，宜在此之前更新。`,
  refreshBeyond: (period) => `到第 ${period} ${unit}为止，拟合曲线都不低于盈亏平衡；再往后不作外推。`,
  refreshNever: '指数曲线不会降到 ROI 的盈亏平衡（0），更新期请按 ROAS 看。',
  gap: '',
});

const en = (unit: string, one: string): RoiFindingWords => ({
  nothing: (name) => `“${name}” has no usable rows`,
  noRatio: (name) => `The cost of “${name}” is not above zero, so nothing can be said of its return`,
  total: (name, roas, yuan, paysBack) => {
    const unit = yuan ? 'CNY ' : '';
    return `“${name}” brought ${unit}${roas} for each ${unit}1 spent: the cost has ${paysBack ? '' : 'not '}come back`;
  },
  ratio: (name, roas) => `The return of “${name}” is ${roas} times its cost, in the figures as they stand`,
  oneUnit: (field, unit) =>
    `Only “${field}” names its unit (${unit}), the other field names none: nothing is converted, and whether the cost has come back is not said.`,
  notIncremental: 'No control group, so not incremental.',
  quoted: (name) => `“${name}”`,
  halves: (name, measure, halfLife) => `The ${measure} of ${name} halves every ${halfLife} ${unit}`,
  interval: (interval) => ` (95% interval ${interval}).`,
  fastest: ', the fastest of all',
  below: (period) => ` and is below break-even from ${one} ${period} on`,
  certainty: (interval, resamples, fit, points) =>
    `95% interval of the half-life: ${interval} ${unit} (residual bootstrap, ${resamples} resamples), ${fit && `${fit}, `}${points} ${unit}; no control group, so not incremental.`,
  doesNotDecay: (name, measure, low, high) =>
    `The ${measure} of ${name} does not decay: the 95% interval of its rate, ${low} to ${high}, is not above 0.`,
  notFalling: (name, measure) => `The ${measure} of ${name} does not fall from above 0: there is no half-life.`,
  tooFewPoints: (name, points, needed) =>
    `${name} has a ratio in ${points} ${unit} only, under ${needed}: no curve is fitted.`,
  cannotBeFitted: (name, measure) =>
    `The ${measure} of ${name} cannot be fitted: it is 0 throughout, or all in the first period.`,
  paidBack: (period) => `By ${one} ${period} the return had covered the cost.`,
  paybackLost: (period) => `By ${one} ${period} it no longer did.`,
  notPaidBack: 'The cost has not come back yet.',
  refreshIn: (period, low, high) =>
    `From ${one} ${period} on (95% interval ${low}–${high}) the fitted curve is below break-even: refresh before.`,
  refreshOpen: (period, low) =>
    `From ${one} ${period} on (at the earliest ${low}, the latest beyond what is extrapolated) the fitted curve is below break-even: refresh before.`,
  refreshBeyond: (period) =>
    `Up to ${one} ${period} the fitted curve stays above break-even; nothing is extrapolated further.`,
  refreshNever: 'An exponential never reaches the break-even of ROI (0): see ROAS for when to refresh.',
  gap: ' ',
});

/** The words for periods of this length. */
export const roiFindingWords = (period: RoiPeriod, locale: Locale): RoiFindingWords =>
  locale === 'zh' ? zh(periodUnit(period, locale)) : en(periodUnit(period, locale), periodName(period, locale));
