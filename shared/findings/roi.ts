import type { Locale } from '../errors/index.ts';
import { formatCount, formatDecimal } from '../reports/numbers.ts';
import type { DecayFit, RoiCampaign, RoiDefinition, RoiResult } from '../roi/index.ts';
import type { Finding } from './finding.ts';

type Decay = Extract<DecayFit, { kind: 'decays' }>;

/** What of a campaign decays fastest; or, where nothing does, what came back for what was spent. */
export function roiFinding(name: string, definition: RoiDefinition, result: RoiResult, locale: Locale): Finding {
  const words = locale === 'zh' ? chinese : english;
  if (result.campaigns.length === 0) return { sentence: words.nothing(name), certainty: '' };
  const unit = words.unit(definition.period.kind === 'date' ? definition.period.unit : null);
  const measure = result.measure === 'roas' ? 'ROAS' : 'ROI';
  const decaying = result.campaigns.flatMap((campaign) =>
    campaign.fit.kind === 'decays' ? [{ campaign, fit: campaign.fit }] : [],
  );
  const fastest = decaying.sort((a, b) => a.fit.halfLife - b.fit.halfLife)[0];
  if (fastest) return decayFinding(name, fastest.campaign, fastest.fit, decaying.length, measure, unit, words);
  const { roas, roi } = result.total;
  if (roas === null || roi === null) return { sentence: words.noRatio(name), certainty: words.notIncremental };
  return { sentence: words.total(name, formatDecimal(roas, 2), roas >= 1), certainty: words.notIncremental };
}

function decayFinding(
  name: string,
  campaign: RoiCampaign,
  fit: Decay,
  decaying: number,
  measure: string,
  unit: string,
  words: Words,
): Finding {
  const shown = campaign.name ?? name;
  const refresh = fit.refreshBy.kind === 'in' ? words.refresh(fit.refreshBy.period, unit) : '';
  const interval = `${formatDecimal(fit.halfLifeInterval.low, 1)}–${formatDecimal(fit.halfLifeInterval.high, 1)}`;
  const fits = fit.rSquared === null ? '' : `R² = ${formatDecimal(fit.rSquared, 3)}`;
  return {
    sentence: words.decay(shown, measure, formatDecimal(fit.halfLife, 1), unit, decaying > 1) + refresh,
    certainty: words.certainty(interval, unit, formatCount(fit.bootstrap.resamples), fits, formatCount(fit.points)),
  };
}

interface Words {
  nothing(name: string): string;
  noRatio(name: string): string;
  total(name: string, roas: string, paysBack: boolean): string;
  decay(campaign: string, measure: string, halfLife: string, unit: string, fastest: boolean): string;
  refresh(period: number, unit: string): string;
  certainty(interval: string, unit: string, resamples: string, fit: string, points: string): string;
  notIncremental: string;
  unit(unit: 'day' | 'week' | 'month' | null): string;
}

const chinese: Words = {
  nothing: (name) => `“${name}”没有可用的行`,
  noRatio: (name) => `“${name}”的投入不大于零，算不出回报率`,
  total: (name, roas, paysBack) => `“${name}”每投入 1 元收回 ${roas} 元，${paysBack ? '已' : '尚未'}收回投入`,
  decay: (campaign, measure, halfLife, unit, fastest) =>
    `“${campaign}”的 ${measure} 每 ${halfLife} ${unit}减半${fastest ? '，衰减最快' : ''}`,
  refresh: (period, unit) => `，第 ${period} ${unit}起低于盈亏线`,
  certainty: (interval, unit, resamples, fit, points) =>
    `半衰期的 95% 区间为 ${interval} ${unit}（残差自助法 ${resamples} 次），${fit && `${fit}，`}${points} 期；没有对照组，非增量口径。`,
  notIncremental: '没有对照组，非增量口径。',
  unit: (unit) => (unit === 'day' ? '天' : unit === 'week' ? '周' : unit === 'month' ? '个月' : '期'),
};

const english: Words = {
  nothing: (name) => `"${name}" has no usable rows`,
  noRatio: (name) => `The cost of "${name}" is not above zero, so nothing can be said of its return`,
  total: (name, roas, paysBack) =>
    `"${name}" brought ${roas} for each 1 spent: the cost has ${paysBack ? '' : 'not '}come back`,
  decay: (campaign, measure, halfLife, unit, fastest) =>
    `The ${measure} of "${campaign}" halves every ${halfLife} ${unit}${fastest ? ', the fastest of all' : ''}`,
  refresh: (period, unit) => ` and is below break-even from ${unit.replace(/s$/, '')} ${period} on`,
  certainty: (interval, unit, resamples, fit, points) =>
    `95% interval of the half-life: ${interval} ${unit} (residual bootstrap, ${resamples} resamples), ${fit && `${fit}, `}${points} periods; no control group, so not incremental.`,
  notIncremental: 'No control group, so not incremental.',
  unit: (unit) => `${unit ?? 'period'}s`,
};
