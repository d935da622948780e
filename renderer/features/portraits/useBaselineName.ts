import type { Baseline } from '#shared/portraits/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';

/** What a baseline is called within a sentence. */
export function useBaselineName(baseline: Baseline): string {
  const { t } = useWords();
  return baseline.kind === 'segment'
    ? t('portraits.baselineNames.segment', { name: baseline.segment })
    : t(`portraits.baselineNames.${baseline.kind}`);
}
