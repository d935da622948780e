import type { Remark } from '#shared/intake/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Remarks.module.css';
import { remarkText } from './remarkText.ts';

/** What there is to know of a file beside its columns and rows. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const { t } = useWords();
  if (remarks.length === 0) return null;
  return (
    <ul className={styles['remarks']} aria-label={t('intake.remarks.label')}>
      {remarks.map((remark) => (
        <li key={remark.kind} title={remark.names.join(t('intake.remarks.and')) || undefined}>
          {remarkText(t, remark)}
        </li>
      ))}
    </ul>
  );
}
