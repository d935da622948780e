import type { RoiCampaign, RoiDefinition } from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { formatLength, formatParameter } from './figures.ts';

/** What a study says of its campaigns, in words. */
export function useRoiWords(definition: RoiDefinition) {
  const { t } = useWords();
  const measure = t(`roi.measures.${definition.decayOf}`);
  const unit = t(`roi.unit.${definition.period.kind === 'number' ? 'number' : definition.period.unit}`);

  /** A campaign by its name; one that has none is still called something. */
  const nameOf = ({ name }: Pick<RoiCampaign, 'name'>): string => {
    if (name !== null) return name.trim() === '' ? `“${name}”` : name;
    return t(definition.campaign === null ? 'roi.everything' : 'roi.unnamed');
  };

  /** Why there is no half-life, in a few words. */
  const missing = (fit: RoiCampaign['fit']): string => {
    switch (fit.kind) {
      case 'decays':
        return '';
      case 'tooFewPoints':
        return t('roi.fit.tooFewPoints', { points: String(fit.points) });
      case 'doesNotDecay':
      case 'cannotBeFitted':
        return t(`roi.fit.${fit.kind}`);
    }
  };

  const interval = ({ low, high }: { low: number; high: number }): string =>
    t('roi.fit.interval', { low: formatLength(low), high: formatLength(high) });

  /** When to refresh, as short as a cell. */
  const refresh = (fit: RoiCampaign['fit']): string => {
    if (fit.kind !== 'decays') return '—';
    switch (fit.refreshBy.kind) {
      case 'in':
        return String(fit.refreshBy.period);
      case 'beyond':
        return t('roi.refresh.beyond', { period: String(fit.refreshBy.period) });
      case 'never':
        return '—';
    }
  };

  const payback = ({ payback }: RoiCampaign): string => (payback === null ? t('roi.payback.none') : String(payback));

  /** The answer about a campaign, in sentences. */
  const finding = (campaign: RoiCampaign): string =>
    [decayFinding(campaign), paybackFinding(campaign), refreshFinding(campaign)].join('');

  function decayFinding(campaign: RoiCampaign): string {
    const { fit } = campaign;
    const about = { name: nameOf(campaign), measure };
    switch (fit.kind) {
      case 'decays':
        return t('roi.finding.decays', {
          ...about,
          unit,
          halfLife: formatLength(fit.halfLife),
          low: formatLength(fit.halfLifeInterval.low),
          high: formatLength(fit.halfLifeInterval.high),
        });
      case 'doesNotDecay':
        if (fit.lambdaInterval.low > 0) return t('roi.finding.notFalling', about);
        return t('roi.finding.doesNotDecay', {
          ...about,
          low: formatParameter(fit.lambdaInterval.low),
          high: formatParameter(fit.lambdaInterval.high),
        });
      case 'tooFewPoints':
        return t('roi.finding.tooFewPoints', {
          name: about.name,
          points: String(fit.points),
          needed: String(fit.needed),
        });
      case 'cannotBeFitted':
        return t('roi.finding.cannotBeFitted', about);
    }
  }

  function paybackFinding({ payback: period, paybackLost }: RoiCampaign): string {
    if (period === null) return t('roi.finding.notPaidBack');
    const paid = t('roi.finding.paidBack', { period: String(period) });
    return paybackLost === null ? paid : paid + t('roi.finding.paybackLost', { period: String(paybackLost) });
  }

  function refreshFinding({ fit }: RoiCampaign): string {
    if (fit.kind !== 'decays') return '';
    const { refreshBy } = fit;
    switch (refreshBy.kind) {
      case 'in': {
        const at = { period: String(refreshBy.period), low: String(refreshBy.low) };
        return refreshBy.high === null
          ? t('roi.finding.refreshOpen', at)
          : t('roi.finding.refreshIn', { ...at, high: String(refreshBy.high) });
      }
      case 'beyond':
        return t('roi.finding.refreshBeyond', { period: String(refreshBy.period) });
      case 'never':
        return t('roi.finding.refreshNever');
    }
  }

  return { measure, unit, nameOf, missing, interval, refresh, payback, finding };
}
