import type { QuarantinedRow } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';

/** What was found in place of what was expected, in words. */
export function useDetail(): (row: QuarantinedRow) => string {
  const { t } = useWords();
  return ({ reason, detail }) => {
    if (reason !== 'missingColumns' && reason !== 'tooManyColumns') return detail;
    const [found, expected] = detail.split(' / ');
    return found && expected ? t('data.quarantine.columns', { found, expected }) : detail;
  };
}
