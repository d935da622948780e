import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { MatchDefinition, PairSide } from '#shared/matching/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';
import { Card } from '../../components/Card.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Pager } from '../../components/Pager.tsx';
import styles from './Matching.module.css';

interface Props {
  body: MatchDefinition;
  /** The versions of the lists. */
  basis: string;
  onChange(part: Partial<MatchDefinition>): void;
}

const pageSize = 50;

/** What the analyst has decided of whom, newest first, each to be taken back. */
export function Decisions({ body, basis, onChange }: Props) {
  const { t } = useWords();
  const [wanted, setOffset] = useState(0);
  const { decisions } = body;
  // The last page may have been taken back.
  const offset = Math.max(0, Math.min(wanted, Math.floor((decisions.length - 1) / pageSize) * pageSize));
  const params = { definition: body, offset, limit: pageSize };
  const about = useQuery({
    queryKey: [...keys.results, 'matching.decided', params, basis],
    enabled: decisions.length > 0,
    queryFn: ({ signal }) => engine.call('matching.decided', params, { signal }),
    placeholderData: keepPreviousData,
  });
  if (decisions.length === 0) return null;
  // Where they disagree, which is said elsewhere, and until they are read, they are named by their lists.
  const sides = new Map(
    (about.data ?? []).flatMap(({ a, b }) => [a, b].flatMap((side) => (side ? [[side.row, side] as const] : []))),
  );
  return (
    <Card title={t('matching.decisions.title', { count: decisions.length })}>
      <ul className={styles['decisions']}>
        {decisions
          .map((decision, at) => ({ decision, at }))
          .toReversed()
          .slice(offset, offset + pageSize)
          .map(({ decision: { a, b, same, reason }, at }) => (
            <li key={`${a.row}/${b.row}`} className={styles['line']}>
              <span className={styles['grow']}>
                {t(same ? 'matching.decisions.same' : 'matching.decisions.different', { a: called(a), b: called(b) })}
                {reason !== null && <span className={styles['quiet']}> · {reason}</span>}
              </span>
              <IconButton
                icon={Undo2}
                label={t('matching.decisions.takeBack', { index: at + 1 })}
                onClick={() => onChange({ decisions: decisions.toSpliced(at, 1) })}
              />
            </li>
          ))}
      </ul>
      <Pager offset={offset} total={decisions.length} size={pageSize} onMove={setOffset} />
    </Card>
  );

  function called({ table, row }: MatchDefinition['decisions'][number]['a']): string {
    const side = sides.get(row);
    if (!side)
      return t(about.isSuccess && !about.isFetching ? 'matching.decisions.gone' : 'matching.decisions.list', { table });
    const name = nameOf(body, side.values);
    const place = { table, row: formatCount(side.number) };
    return name === null ? t('matching.review.row', place) : t('matching.decisions.row', { name, ...place });
  }
}

/** Its name, as masked as it is anywhere, or the first of its values. */
function nameOf({ attributes }: MatchDefinition, values: PairSide['values']): string | null {
  const named = attributes.findIndex(({ role }) => role === 'name');
  return values[named] ?? values.find((value) => value !== null) ?? null;
}
