import { Fragment } from 'react';
import type { Provenance } from '#shared/contract/index.ts';
import { inLines, isScale, statementsOf, writtenParameter } from '#shared/format/index.ts';
import { formatCount } from '../app/format/numbers.ts';
import { useWords } from '../app/i18n/useWords.ts';
import styles from './HowComputed.module.css';

type Parameter = Provenance['parameters'][number];

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
  const { sql, parameters, tables, milliseconds } = provenance;
  const statements = statementsOf(sql, parameters);
  const several = statements.length > 1;
  const made = [...new Set(sql.match(onTheWay))].map((name) => name.replaceAll('"', ''));
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
        {statements.map((statement, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same statement may be made twice; their places are what tells them apart
          <Fragment key={at}>
            <code>{`${inLines(statement.sql)}${several ? ';' : ''}`}</code>
            {several && statement.parameters.length > 0 && (
              <p className={styles['note']}>{written(statement.parameters)}</p>
            )}
          </Fragment>
        ))}
      </section>
      <dl className={styles['facts']}>
        <dt>{t('common.how.parameters')}</dt>
        <dd className={several ? undefined : styles['mono']}>
          {parameters.length === 0
            ? t('common.how.noParameters')
            : several
              ? t('common.how.ofEach')
              : written(parameters)}
          {parameters.some(isScale) && <p className={styles['note']}>{t('common.how.powers')}</p>}
        </dd>
        <dt>{t('common.how.tables')}</dt>
        <dd>
          {tables
            .map(({ table, version, rows }) =>
              t('common.how.table', { table, version: String(version), rows: formatCount(rows) }),
            )
            .join(t('common.how.between'))}
          {' · '}
          {t('common.how.took', { ms: formatCount(milliseconds) })}
          {made.length > 0 && (
            <p className={styles['note']}>
              {t('common.how.made', { names: made.join(t('common.how.and')) })}
              {made.includes('scratch.clients') && ` ${t('common.how.left')}`}
            </p>
          )}
        </dd>
      </dl>
    </div>
  );
}

/** Tables that are made while something is computed. */
const onTheWay = /"scratch"\."[^"]+"|"portrait_\w+"/g;

const written = (parameters: readonly Parameter[]) =>
  parameters.map((value, at) => `$${at + 1} = ${writtenParameter(value)}`).join(', ');
