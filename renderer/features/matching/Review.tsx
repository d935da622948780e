import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import type { DoubtfulPair, MatchDefinition } from '#shared/matching/index.ts';
import { isMasked, strictest } from '#shared/privacy/sensitivity.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import styles from './Matching.module.css';
import { Pair } from './Pair.tsx';

interface Props {
  body: MatchDefinition;
  datasets: readonly Dataset[];
  /** The versions of the lists. */
  basis: string;
  onChange(part: Partial<MatchDefinition>): void;
}

const shownAtOnce = 20;

/** Pairs that may be one client and were not joined: side by side, for the analyst to say. */
export function Review({ body, datasets, basis, onChange }: Props) {
  const { t } = useWords();
  // Decided pairs leave the list as soon as it is read again; until then they are not asked twice.
  const [limit, setLimit] = useState(shownAtOnce);
  const params = { definition: body, offset: 0, limit };
  const page = useQuery({
    queryKey: [...keys.results, 'matching.pairs', params, basis],
    queryFn: ({ signal }) => engine.call('matching.pairs', params, { signal }),
    placeholderData: keepPreviousData,
  });
  if (page.isError) return <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return null;
  const decided = new Set(body.decisions.map(({ a, b }) => `${a.row}/${b.row}`));
  const pairs = page.data.pairs.filter(({ a, b }) => !decided.has(`${a.row}/${b.row}`));
  if (pairs.length === 0 && !page.isFetching)
    return (
      <EmptyState icon={CircleCheck} title={t('matching.review.emptyTitle')}>
        {t('matching.review.emptyBody')}
      </EmptyState>
    );
  const decide = ({ a, b }: DoubtfulPair, same: boolean, reason: string | null) =>
    onChange({
      decisions: [
        ...body.decisions,
        { a: { table: a.table, row: a.row }, b: { table: b.table, row: b.row }, same, reason },
      ],
    });
  const masked = body.attributes.map(({ name }) => {
    const classes = body.lists.flatMap(({ table, fields }) => {
      const dataset = datasets.find((each) => each.name === table);
      return dataset?.fields.find((field) => field.name === fields[name])?.sensitivity ?? [];
    });
    return isMasked(strictest(classes) ?? 'internal');
  });
  return (
    <section className={styles['review']} aria-label={t('matching.pages.review')} aria-busy={page.isFetching}>
      {pairs.map((pair) => (
        <Pair
          key={`${pair.a.row}/${pair.b.row}`}
          body={body}
          pair={pair}
          masked={masked}
          onDecide={(same, reason) => decide(pair, same, reason)}
        />
      ))}
      {page.data.total > page.data.pairs.length && limit < 200 && (
        <button type="button" className={styles['more']} onClick={() => setLimit(Math.min(200, limit + shownAtOnce))}>
          {t('matching.review.more', { pairs: formatCount(page.data.total - page.data.pairs.length) })}
        </button>
      )}
    </section>
  );
}
