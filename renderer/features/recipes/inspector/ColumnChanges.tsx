import type { RecipeStepResult } from '#shared/recipes/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import styles from './Inspector.module.css';

/** How many cells of each column a step changes, and what of them it could not read. */
export function ColumnChanges({ columns }: Pick<RecipeStepResult, 'columns'>) {
  const { t } = useWords();
  const changed = columns.filter(({ changed: cells, added, unread }) => cells > 0 || added || unread > 0);
  if (changed.length === 0) return null;
  return (
    <section aria-label={t('recipes.inspector.byColumn')}>
      <h4 className={styles['head']}>{t('recipes.inspector.byColumn')}</h4>
      <ul>
        {changed.map(({ field, changed: cells, added, unread }) => (
          <li key={field} className={styles['column']}>
            <span className={styles['cut']} title={field}>
              {field}
            </span>
            <span className={styles['count']}>{added ? t('recipes.inspector.added') : formatCount(cells)}</span>
            {unread > 0 && (
              <span className={styles['unread']}>{t('recipes.inspector.unread', { n: formatCount(unread) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
