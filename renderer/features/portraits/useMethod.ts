import { useCallback } from 'react';
import type { Dimension, PortraitDefinition, PortraitResult } from '#shared/portraits/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import type { Method } from '../../components/HowComputed.tsx';
import { useBaselineName } from './useBaselineName.ts';

/** What the figures of a portrait mean, or those of one of its dimensions. */
export function useMethod(body: PortraitDefinition, sizes: PortraitResult['sizes'] | undefined) {
  const { t } = useWords();
  const name = useBaselineName(body.baseline);
  return useCallback(
    (dimension: Dimension | null): Method => ({
      formulas: [
        t('portraits.how.tgi'),
        ...(dimension ? [t(`portraits.how.${dimension.form}`)] : []),
        ...(dimension?.numbers ? [t('portraits.how.numbers')] : []),
        t('portraits.how.wilson'),
        t('portraits.how.test'),
        t('portraits.how.strength'),
      ],
      base: t('portraits.how.base', {
        group: formatCount(sizes?.group ?? 0),
        baseline: formatCount(sizes?.baseline ?? 0),
        name,
      }),
    }),
    [t, name, sizes],
  );
}
