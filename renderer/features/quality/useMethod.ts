import { type Assessment, scoreParts, weights } from '#shared/quality/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import type { Method } from '../../components/HowComputed.tsx';

/** How the score came about, in words. */
export function useMethod({ rows, sampled, compared }: Assessment): Method {
  const { t } = useWords();
  const weighed = scoreParts.map((part) => `${t(`quality.parts.${part}`)} ${weights[part]}`).join(' · ');
  return {
    formulas: [
      t('quality.how.score', { weights: weighed }),
      ...scoreParts.map((part) => t(`quality.how.${part}`)),
      t('quality.how.mean'),
      t('quality.how.sample', {
        sampled: formatCount(sampled),
        compared: String(compared.fields),
        of: String(compared.of),
      }),
    ],
    base: t('quality.how.base', { rows: formatCount(rows) }),
  };
}
