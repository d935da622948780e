import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import type { ColumnChange } from './columnChanges.ts';
import styles from './Inspector.module.css';

interface Props {
  /** What a step does to columns, as `columnChanges` tells it. */
  changes: readonly ColumnChange[];
}

/** How many cells of each column a step changes and what of them it could not read; which columns it makes, renames and drops. */
export function ColumnChanges({ changes }: Props) {
  const { t } = useWords();
  if (changes.length === 0) return null;
  return (
    <section aria-label={t('recipes.inspector.byColumn')}>
      <h4 className={styles['head']}>{t('recipes.inspector.byColumn')}</h4>
      <ul>
        {changes.map((change) => (
          <li key={change.name} className={styles['column']}>
            <span className={styles['cut']} title={change.name}>
              {change.name}
            </span>
            <span className={change.what === 'gone' ? styles['dropped'] : styles['count']}>
              {change.what === 'cells' ? formatCount(change.cells) : t(`recipes.inspector.${change.what}`)}
            </span>
            {change.unread > 0 && (
              <span className={styles['unread']}>
                {t('recipes.inspector.unread', { n: formatCount(change.unread) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
