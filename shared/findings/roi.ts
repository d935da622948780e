import type { Locale } from '../errors/index.ts';
import { formatCount, isComparable, moneyUnits, yuanName } from '../format/index.ts';
import {
  campaignName,
  type DecayFit,
  formatLength,
  formatLengths,
  formatMeasure,
  formatParameter,
  formatR2,
  measureNames,
  type RoiCampaign,
  type RoiDefinition,
  type RoiResult,
} from '../roi/index.ts';
import type { Finding } from './finding.ts';
import { type RoiFindingWords, roiFindingWords } from './roiWords.ts';

type Decay = Extract<DecayFit, { kind: 'decays' }>;

/** The campaign whose return halves soonest, of which the finding speaks; null where none decays. */
export function fastestDecay({ campaigns }: RoiResult): { readonly campaign: RoiCampaign; readonly fit: Decay } | null {
  const decaying = campaigns.flatMap((campaign) =>
    campaign.fit.kind === 'decays' ? [{ campaign, fit: campaign.fit }] : [],
  );
  return decaying.sort((a, b) => a.fit.halfLife - b.fit.halfLife)[0] ?? null;
}

/** What of a study decays fastest; or, where nothing does, what came back for what was spent. */
export function roiFinding(name: string, definition: RoiDefinition, result: RoiResult, locale: Locale): Finding {
  const words = roiFindingWords(definition.period, locale);
  if (result.campaigns.length === 0) return { sentence: words.nothing(name), certainty: '' };
  const fastest = fastestDecay(result);
  if (fastest) {
    const decaying = result.campaigns.filter((campaign) => campaign.fit.kind === 'decays');
    const { campaign, fit } = fastest;
    const subject = words.quoted(definition.campaign === null ? name : campaignName(campaign, definition, locale));
    const below = isComparable(definition) && fit.refreshBy.kind === 'in' ? words.below(fit.refreshBy.period) : '';
    return {
      sentence: halves(subject, definition, fit, locale) + (decaying.length > 1 ? words.fastest : '') + below,
      certainty: words.certainty(
        formatLengths(fit.halfLifeInterval),
        formatCount(fit.bootstrap.resamples),
        fit.rSquared === null ? '' : `R²\u00A0=\u00A0${formatR2(fit.rSquared)}`,
        formatCount(fit.points),
      ),
    };
  }
  const { roas } = result.total;
  if (roas === null) return { sentence: words.noRatio(name), certainty: words.notIncremental };
  const ratio = formatMeasure(roas, 'roas');
  const units = moneyUnits(definition);
  if (units.kind === 'one') {
    const note = words.oneUnit(units.field, yuanName(units.unit, locale));
    return { sentence: words.ratio(name, ratio), certainty: note + words.gap + words.notIncremental };
  }
  // The ratio is of one unit, whatever the fields are in: of 元 as of any other.
  return { sentence: words.total(name, ratio, units.kind !== 'none', roas >= 1), certainty: words.notIncremental };
}

/** The answer about one campaign, in sentences: its decay, whether it has paid back, when to refresh it. */
export function campaignFinding(campaign: RoiCampaign, definition: RoiDefinition, locale: Locale): string {
  const words = roiFindingWords(definition.period, locale);
  const units = moneyUnits(definition);
  return [
    decaySentence(campaign, definition, locale),
    ...(units.kind === 'one'
      ? [words.oneUnit(units.field, yuanName(units.unit, locale))]
      : [paybackSentence(campaign, words), refreshSentence(campaign.fit, words)]),
  ]
    .filter((sentence) => sentence !== '')
    .join(words.gap);
}

const halves = (subject: string, definition: RoiDefinition, fit: Decay, locale: Locale): string =>
  roiFindingWords(definition.period, locale).halves(
    subject,
    measureNames[definition.decayOf],
    formatLength(fit.halfLife),
  );

function decaySentence(campaign: RoiCampaign, definition: RoiDefinition, locale: Locale): string {
  const words = roiFindingWords(definition.period, locale);
  const { fit } = campaign;
  const name = campaignName(campaign, definition, locale);
  const measure = measureNames[definition.decayOf];
  switch (fit.kind) {
    case 'decays':
      return halves(name, definition, fit, locale) + words.interval(formatLengths(fit.halfLifeInterval));
    case 'doesNotDecay': {
      const { low, high } = fit.lambdaInterval;
      if (low > 0) return words.notFalling(name, measure);
      return words.doesNotDecay(name, measure, formatParameter(low), formatParameter(high));
    }
    case 'tooFewPoints':
      return words.tooFewPoints(name, fit.points, fit.needed);
    case 'cannotBeFitted':
      return words.cannotBeFitted(name, measure);
  }
}

function paybackSentence({ payback, paybackLost }: RoiCampaign, words: RoiFindingWords): string {
  if (payback === null) return words.notPaidBack;
  const lost = paybackLost === null ? '' : words.gap + words.paybackLost(paybackLost);
  return words.paidBack(payback) + lost;
}

function refreshSentence(fit: DecayFit, words: RoiFindingWords): string {
  if (fit.kind !== 'decays') return '';
  const { refreshBy } = fit;
  switch (refreshBy.kind) {
    case 'in':
      return refreshBy.high === null
        ? words.refreshOpen(refreshBy.period, refreshBy.low)
        : words.refreshIn(refreshBy.period, refreshBy.low, refreshBy.high);
    case 'beyond':
      return words.refreshBeyond(refreshBy.period);
    case 'never':
      return words.refreshNever;
  }
}
