import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import styles from './ValueOption.module.css';

/** A value that a field has, and in how many rows. */
export function ValueOption({ value, rows }: { value: string; rows: number | undefined }) {
  return (
    <span className={styles['option']}>
      <span className={styles['value']}>{value}</span>
      {rows !== undefined && <span className={styles['rows']}>{formatCount(rows)}</span>}
    </span>
  );
}

/** The foot of a list of values: what the figures count, and that typing finds others. */
export function ValueNote({ more }: { more: boolean }) {
  const { t } = useWords();
  return <p className={styles['note']}>{t(more ? 'segments.values.more' : 'segments.values.all')}</p>;
}
