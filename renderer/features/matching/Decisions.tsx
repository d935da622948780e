import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { MatchDefinition } from '#shared/matching/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Card } from '../../components/Card.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Pager } from '../../components/Pager.tsx';
import styles from './Matching.module.css';

interface Props {
  body: MatchDefinition;
  onChange(part: Partial<MatchDefinition>): void;
}

const pageSize = 50;

/** What the analyst has decided, newest first, each to be taken back. */
export function Decisions({ body, onChange }: Props) {
  const { t } = useWords();
  const [wanted, setOffset] = useState(0);
  const { decisions } = body;
  if (decisions.length === 0) return null;
  // The last page may have been taken back.
  const offset = Math.min(wanted, Math.floor((decisions.length - 1) / pageSize) * pageSize);
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
                {t(same ? 'matching.decisions.same' : 'matching.decisions.different', { a: a.table, b: b.table })}
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
}
