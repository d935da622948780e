import type { FieldType } from '#shared/intake/index.ts';
import { useWords } from '../app/i18n/useWords.ts';
import styles from './FieldTypeIcon.module.css';

const marks: Readonly<Record<FieldType, string>> = {
  text: 'Aa',
  integer: '12',
  number: '1.2',
  decimal: '.00',
  date: '日',
  timestamp: '时',
  time: '◷',
  boolean: '✓',
  other: '{}',
};
const englishMarks: Partial<Record<FieldType, string>> = { date: 'D', timestamp: 'DT', time: 'T' };

/** A small mark for the type of a field; its name is read out and shown on hover. */
export function FieldTypeIcon({ type }: { type: FieldType }) {
  const { t, locale } = useWords();
  const mark = (locale === 'en' ? englishMarks[type] : undefined) ?? marks[type];
  return (
    <span className={styles['mark']} title={t(`common.fieldType.${type}`)}>
      <span aria-hidden>{mark}</span>
      <span className="visually-hidden">{t(`common.fieldType.${type}`)} </span>
    </span>
  );
}
