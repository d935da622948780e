import { Button } from 'antd';
import type { DefinitionOf, Provenance } from '#shared/contract/index.ts';
import { staleness } from '#shared/derived/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { MatchSummary } from '#shared/matching/index.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { useUi } from '../../app/state/ui.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { BigFigure } from '../../components/BigFigure.tsx';
import { HowComputed } from '../../components/HowComputed.tsx';
import styles from './Matching.module.css';
import { useAsClients } from './useAsClients.ts';

interface Props {
  definition: DefinitionOf<'match'>;
  datasets: readonly Dataset[];
  data: { result: MatchSummary; provenance: Provenance } | undefined;
}

/** How many clients there are, by what rows were joined, and whether the dataset is of this definition. */
export function Inspector({ definition, datasets, data }: Props) {
  const { t } = useWords();
  const { select, go } = useUi();
  const asClients = useAsClients(datasets);
  const { definitions } = useDefinitions();
  const result = data?.result;
  const rows = result?.lists.reduce((sum, list) => sum + list.rows, 0) ?? 0;
  const made = datasets.find(
    ({ derived }) => derived?.kind === 'match' && derived.definition === definition.name && derived.part === undefined,
  );
  // Of all definitions: a list may be computed itself, by one that would else seem to be gone.
  const stale = made && definitions && staleness(made, datasets, definitions).length > 0;
  const line = (term: string, value: number, of = rows) => (
    <div key={term} className={styles['count']}>
      <dt>{term}</dt>
      <dd>
        {formatCount(value)}
        {of > 0 && <span className={styles['quiet']}> · {formatShare(value / of)}</span>}
      </dd>
    </div>
  );
  return (
    <div className={styles['inspector']}>
      <BigFigure
        label={t('matching.inspector.clients')}
        value={result ? formatCount(result.clients) : null}
        unit={t('clients.unit')}
        note={t('matching.inspector.of', { rows: formatCount(rows) })}
        updating={t('common.states.updating')}
      />
      {result && (
        <>
          <h3>{t('matching.inspector.lists')}</h3>
          <dl>
            {result.lists.map((list) =>
              line(t('matching.inspector.joined', { table: list.table }), list.joined, list.rows),
            )}
          </dl>
          <h3>{t('matching.inspector.by')}</h3>
          <dl>
            {result.joinedBy.map((each) => line(t(`matching.keys.${each.key}`), each.rows))}
            {result.joinedByHand > 0 && line(t('matching.inspector.byHand'), result.joinedByHand)}
          </dl>
          <dl>
            {line(t('matching.inspector.across'), result.acrossLists, result.clients)}
            <div className={styles['count']}>
              <dt>{t('matching.inspector.doubtful')}</dt>
              <dd className={result.doubtful.open > 0 ? styles['look'] : undefined}>
                {formatCount(result.doubtful.open)}
              </dd>
            </div>
          </dl>
        </>
      )}
      {made && (
        <section className={styles['made']} aria-label={t('matching.inspector.made')}>
          <h3>{t('matching.inspector.made')}</h3>
          <p>
            {made.name} · {t('data.rows', { rows: formatCount(made.rows) })}
          </p>
          {stale && (
            <p>
              <AmberBadge>{t('matching.inspector.stale')}</AmberBadge>
            </p>
          )}
          <div className={styles['ways']}>
            <Button
              size="small"
              onClick={() => {
                select('dataset', made.id);
                go('data');
              }}
            >
              {t('matching.inspector.show')}
            </Button>
            <Button size="small" disabled={!asClients} onClick={() => void asClients?.(made)}>
              {t('matching.inspector.use')}
            </Button>
          </div>
        </section>
      )}
      {data && (
        <details className={styles['how']}>
          <summary>{t('common.how.title')}</summary>
          <HowComputed provenance={data.provenance} />
        </details>
      )}
    </div>
  );
}
