import { campaignFinding } from '#shared/findings/index.ts';
import { isComparable } from '#shared/format/index.ts';
import {
  campaignName,
  measureNames,
  periodName,
  periodUnit,
  type RoiCampaign,
  type RoiDefinition,
} from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';

/** What a study says of its campaigns, in words. */
export function useRoiWords(definition: RoiDefinition) {
  const { t, locale } = useWords();
  const measure = measureNames[definition.decayOf];
  const comparable = isComparable(definition);
  const unit = periodUnit(definition.period, locale);
  const one = periodName(definition.period, locale);
  const nameOf = (campaign: Pick<RoiCampaign, 'name'>): string => campaignName(campaign, definition, locale);

  /** Why there is no half-life, in a few words. */
  const missing = (fit: RoiCampaign['fit']): string => {
    switch (fit.kind) {
      case 'decays':
        return '';
      case 'tooFewPoints':
        return t('roi.fit.tooFewPoints', { unit, points: String(fit.points) });
      case 'doesNotDecay':
      case 'cannotBeFitted':
        return t(`roi.fit.${fit.kind}`);
    }
  };

  /** When to refresh, as short as a cell. */
  const refresh = (fit: RoiCampaign['fit']): string => {
    if (fit.kind !== 'decays' || !comparable) return '—';
    switch (fit.refreshBy.kind) {
      case 'in':
        return String(fit.refreshBy.period);
      case 'beyond':
        return t('roi.refresh.beyond', { period: String(fit.refreshBy.period) });
      case 'never':
        return '—';
    }
  };

  const payback = ({ payback }: RoiCampaign): string => {
    if (!comparable) return '—';
    return payback === null ? t('roi.payback.none') : String(payback);
  };

  /** The answer about a campaign, in sentences. */
  const finding = (campaign: RoiCampaign): string => campaignFinding(campaign, definition, locale);

  return { measure, unit, one, nameOf, missing, refresh, payback, finding };
}
