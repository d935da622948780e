import type { ClientsDefinition } from '#shared/clients/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { BigFigure } from '../../components/BigFigure.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import styles from './Summary.module.css';
import { useCheck } from './useCheck.ts';

/** How many clients there are, and what does not fit. */
export function Summary({ definition }: { definition: ClientsDefinition | null }) {
  const { t } = useWords();
  const check = useCheck(definition);
  if (definition === null) return <p className={styles['quiet']}>{t('clients.incomplete')}</p>;
  if (check.isError) return <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />;
  const summary = check.isFetching ? undefined : check.data?.summary;
  return (
    <div className={styles['summary']}>
      <BigFigure
        label={t('clients.count')}
        value={summary ? formatCount(summary.clients) : null}
        unit={t('clients.unit')}
        updating={t('common.states.updating')}
      />
      {summary && (
        <>
          <dl className={styles['lines']}>
            <Line term={t('clients.rows')} value={summary.rows} />
            <Line
              term={t('clients.duplicates')}
              value={summary.duplicateRows}
              look
              hint={t('clients.duplicatesHint')}
            />
            <Line term={t('clients.blanks')} value={summary.blankKeys} look />
          </dl>
          {summary.facts.map((fact) => (
            <section key={fact.table} className={styles['fact']} aria-label={fact.table}>
              <h3>
                {fact.table}{' '}
                <span className={styles['quiet']}>{t('clients.factRows', { rows: formatCount(fact.rows) })}</span>
              </h3>
              <dl className={styles['lines']}>
                <Line term={t('clients.matched')} value={fact.rows - fact.unmatchedRows} of={fact.rows} />
                <Line term={t('clients.reached')} value={fact.clientsReached} of={summary.clients} />
              </dl>
              <p className={fact.unmatchedRows > 0 ? styles['look'] : styles['good']}>
                {fact.unmatchedRows > 0
                  ? t('clients.unmatched', { rows: formatCount(fact.unmatchedRows) })
                  : t('clients.allMatched')}
              </p>
            </section>
          ))}
        </>
      )}
      {check.data && !check.isFetching && (
        <div className={styles['how']}>
          {t('common.how.title')}
          <HowButton
            provenance={check.data.provenance}
            method={{
              formulas: [
                t(definition.key.kind === 'field' ? 'clients.how.byKey' : 'clients.how.byRow'),
                ...(definition.facts.length > 0 ? [t('clients.how.matched')] : []),
              ],
              base: t('clients.how.base', { rows: formatCount(check.data.summary.rows) }),
            }}
          />
        </div>
      )}
    </div>
  );
}

function Line({
  term,
  value,
  of,
  look,
  hint,
}: {
  term: string;
  value: number;
  of?: number;
  look?: boolean;
  hint?: string;
}) {
  return (
    <div className={styles['line']}>
      <dt title={hint}>{term}</dt>
      <dd className={look && value > 0 ? styles['look'] : undefined}>
        {formatCount(value)}
        {of !== undefined && of > 0 && <span className={styles['quiet']}> · {formatShare(value / of)}</span>}
      </dd>
    </div>
  );
}
