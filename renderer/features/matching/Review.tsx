import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import type { DoubtfulPair, MatchDefinition } from '#shared/matching/index.ts';
import { isMasked, strictest } from '#shared/privacy/sensitivity.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import styles from './Matching.module.css';
import { Pair } from './Pair.tsx';
import { ReviewBar, type ReviewView } from './ReviewBar.tsx';
import { usePairKeys } from './usePairKeys.ts';

interface Props {
  body: MatchDefinition;
  datasets: readonly Dataset[];
  /** The versions of the lists. */
  basis: string;
  onChange(part: Partial<MatchDefinition>): void;
}

const pageSize = 20;
const nameOf = ({ a, b }: Pick<MatchDefinition['decisions'][number], 'a' | 'b'>) => `${a.row}/${b.row}`;

/** Pairs that may be one client and were not joined: side by side, for the analyst to say. */
export function Review({ body, datasets, basis, onChange }: Props) {
  const { t } = useWords();
  const [view, setView] = useState<ReviewView>({ show: 'open', sort: 'trust', offset: 0 });
  const params = { definition: body, ...view, limit: pageSize };
  const page = useQuery({
    queryKey: [...keys.results, 'matching.pairs', params, basis],
    queryFn: ({ signal }) => engine.call('matching.pairs', params, { signal }),
    placeholderData: keepPreviousData,
  });
  const decided = new Map(body.decisions.map((each) => [nameOf(each), each]));
  // Decided pairs leave the list as soon as it is read again; until then they are not asked twice.
  const found = page.data?.pairs ?? [];
  const pairs = view.show === 'all' ? found : found.filter((pair) => !decided.has(nameOf(pair)));
  const decide = (pair: DoubtfulPair, same: boolean, reason: string | null) => {
    const others = body.decisions.filter((each) => nameOf(each) !== nameOf(pair));
    const [a, b] = [pair.a, pair.b].map(({ table, row }) => ({ table, row }));
    if (a && b) onChange({ decisions: [...others, { a, b, same, reason }] });
  };
  const pairKeys = usePairKeys(pairs.map(nameOf));
  if (page.isError) return <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return null;
  const total = page.data.total;
  // The last page may have been decided away.
  if (total > 0 && view.offset >= total && !page.isFetching)
    setView({ ...view, offset: Math.max(0, total - pageSize) });
  const masked = body.attributes.map(({ name }) => {
    const classes = body.lists.flatMap(({ table, fields }) => {
      const dataset = datasets.find((each) => each.name === table);
      return dataset?.fields.find((field) => field.name === fields[name])?.sensitivity ?? [];
    });
    return isMasked(strictest(classes) ?? 'internal');
  });
  return (
    <section className={styles['review']} aria-label={t('matching.pages.review')} aria-busy={page.isFetching}>
      <ReviewBar
        {...{ view, total, pageSize }}
        decided={body.decisions.length}
        open={view.show === 'open' ? total - (found.length - pairs.length) : null}
        onChange={setView}
      />
      {pairs.length === 0 && !page.isFetching && (
        <EmptyState icon={CircleCheck} title={t('matching.review.emptyTitle')}>
          {t('matching.review.emptyBody')}
        </EmptyState>
      )}
      {pairs.map((pair) => (
        <Pair
          key={nameOf(pair)}
          body={body}
          pair={pair}
          decision={decided.get(nameOf(pair)) ?? null}
          masked={masked}
          frame={pairKeys(nameOf(pair))}
          onDecide={(same, reason) => decide(pair, same, reason)}
        />
      ))}
    </section>
  );
}
