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

/**
 * A small mark for the type of a field; its name is shown on hover and, unless `silent`, read out. Silent where the mark
 * would become a part of another name: in an option, on a button.
 */
export function FieldTypeIcon({ type, silent = false }: { type: FieldType; silent?: boolean }) {
  const { t, locale } = useWords();
  const mark = (locale === 'en' ? englishMarks[type] : undefined) ?? marks[type];
  return (
    <span
      className={styles['mark']}
      data-mark={mark}
      title={t(`common.fieldType.${type}`)}
      aria-hidden={silent || undefined}
    >
      {!silent && <span className="visually-hidden">{t(`common.fieldType.${type}`)} </span>}
    </span>
  );
}
