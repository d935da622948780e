import type { Accounting } from '#shared/intake/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import type { useWords } from '../../app/i18n/useWords.ts';

const parts = ['header', 'preamble', 'comments', 'blank', 'totals', 'loaded', 'quarantined'] as const;

/** Where every record of a file went, as one line; what there is none of is left out, but for rows. */
export function accountingText(t: ReturnType<typeof useWords>['t'], accounting: Accounting): string {
  const shown = parts.filter((part) => accounting[part] > 0 || part === 'loaded' || part === 'quarantined');
  const words = shown.map((part) => t(`data.about.record.${part}`, { many: formatCount(accounting[part]) }));
  return t('data.about.accounted', { records: formatCount(accounting.records), parts: words.join(' + ') });
}
