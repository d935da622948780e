import type { PortraitResult } from '#shared/portraits/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import styles from './Settings.module.css';

/** The fields that the portrait does not show, each with the reason. Open by itself where one has gone. */
export function SkippedFields({ skipped }: { skipped: PortraitResult['skipped'] }) {
  const { t } = useWords();
  if (skipped.length === 0) return null;
  return (
    <details className={styles['skipped']} open={skipped.some(({ reason }) => reason === 'gone')}>
      <summary>{t('portraits.skipped.title', { count: skipped.length })}</summary>
      <ul>
        {skipped.map(({ field: { table, field }, reason }) => (
          <li key={`${table}\n${field}`}>
            <span className={styles['field']} title={table}>
              {field}
            </span>
            <span>{t(`portraits.skipped.reasons.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
