import {
  bootstrapSeed,
  fewestPoints,
  measureNames,
  mostResamples,
  type RoiDefinition,
  type RoiResult,
} from '#shared/roi/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import type { Method } from '../../components/HowComputed.tsx';

/** How the figures of a study are computed, in formulas. */
export function useMethod(definition: RoiDefinition, result: RoiResult): Method {
  const { t } = useWords();
  return {
    formulas: [
      t('roi.how.roas'),
      t(`roi.how.${definition.returnKind}`),
      t('roi.how.cumulative'),
      t('roi.how.payback'),
      t('roi.how.fit', { measure: measureNames[result.measure] }),
      t('roi.how.r2'),
      t('roi.how.bootstrap', {
        seed: String(bootstrapSeed),
        resamples: formatCount(mostResamples),
        needed: String(fewestPoints),
      }),
      t('roi.how.refresh'),
    ],
    base: t('roi.how.base', { used: formatCount(result.used), campaigns: formatCount(result.campaigns.length) }),
  };
}
