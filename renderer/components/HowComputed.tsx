import type { Provenance } from '#shared/contract/index.ts';
import { isScale, writtenParameter } from '#shared/format/index.ts';
import { formatCount } from '../app/format/numbers.ts';
import { useWords } from '../app/i18n/useWords.ts';
import styles from './HowComputed.module.css';

/** What a figure means, beyond the query that it came from. */
export interface Method {
  /** Formulas in words and signs, one a line. */
  readonly formulas: readonly string[];
  /** What shares are of, and how many. */
  readonly base: string;
}

interface Props {
  provenance: Provenance;
  method?: Method | undefined;
}

/** What a figure was computed with: formula, base, statement, values, tables and versions, time. */
export function HowComputed({ provenance, method }: Props) {
  const { t } = useWords();
  return (
    <div className={styles['how']}>
      {method && (
        <dl className={styles['facts']}>
          <dt>{t('common.how.formula')}</dt>
          <dd>
            {method.formulas.map((formula) => (
              <p key={formula}>{formula}</p>
            ))}
          </dd>
          <dt>{t('common.how.base')}</dt>
          <dd>{method.base}</dd>
        </dl>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={styles['sql']} tabIndex={0} aria-label="SQL">
        <code>{provenance.sql}</code>
      </section>
      <dl className={styles['facts']}>
        <dt>{t('common.how.parameters')}</dt>
        <dd className={styles['mono']}>
          {provenance.parameters.length === 0
            ? t('common.how.noParameters')
            : provenance.parameters.map((value, at) => `$${at + 1} = ${writtenParameter(value)}`).join(', ')}
          {provenance.parameters.some(isScale) && <p className={styles['note']}>{t('common.how.powers')}</p>}
        </dd>
        <dt>{t('common.how.tables')}</dt>
        <dd>
          {provenance.tables
            .map(({ table, version, rows }) =>
              t('common.how.table', { table, version: String(version), rows: formatCount(rows) }),
            )
            .join('；')}
          {' · '}
          {t('common.how.took', { ms: formatCount(provenance.milliseconds) })}
        </dd>
      </dl>
    </div>
  );
}
