import { Button, Input } from 'antd';
import { Eye } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { DoubtfulPair, MatchDefinition, MatchRole } from '#shared/matching/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import styles from './Matching.module.css';
import type { PairFrame } from './usePairKeys.ts';

interface Props {
  body: MatchDefinition;
  pair: DoubtfulPair;
  /** By attribute: whether its values are masked. */
  masked: readonly boolean[];
  /** What was said of it, if anything. */
  decision: MatchDefinition['decisions'][number] | null;
  frame: PairFrame;
  onDecide(same: boolean, reason: string | null): void;
}

type Side = 'a' | 'b';

const numbers: ReadonlySet<MatchRole> = new Set(['idNumber', 'phone', 'creditCode', 'clientNumber']);

/** Two rows side by side, what differs marked; masked values are revealed one by one, for a reason and for a while. */
export function Pair({ body, pair, masked, decision, frame, onDecide }: Props) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState<{ side: Side; at: number } | null>(null);
  const [seen, setSeen] = useState<{ side: Side; at: number; value: string; seconds: number } | null>(null);
  useEffect(() => {
    if (!seen) return;
    const hide = setTimeout(() => setSeen(null), seen.seconds * 1000);
    return () => clearTimeout(hide);
  }, [seen]);
  const title = t(`matching.doubts.${pair.doubt}`, { key: t(`matching.keys.${pair.key}`) });
  const decide = (same: boolean) => {
    frame.onLeave();
    onDecide(same, reason.trim() === '' ? null : reason.trim());
  };
  // Keys of the frame itself: what is typed into the reason is none.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') frame.onArrow(event, 1);
    if (event.key === 'ArrowUp') frame.onArrow(event, -1);
    if (event.key.toLowerCase() === 'y') decide(true);
    if (event.key.toLowerCase() === 'n') decide(false);
  };
  const hows = body.attributes.map(({ role }, at) => {
    const how = pair.how[at];
    // How alike the names are is said above.
    if (!how || role === 'name') return null;
    const [one, other] = how.lengths;
    return t(`matching.review.${numbers.has(role) ? 'hows' : 'textHows'}.${how.kind}`, {
      ...{ some: how.characters, one, other },
    });
  });
  const saysHow = hows.some((how) => how !== null);
  const cell = (side: Side, at: number) => {
    const value = pair[side].values[at] ?? null;
    const shown = seen?.side === side && seen.at === at ? seen.value : value;
    return (
      <td key={side} className={pair.differs[at] ? styles['differs'] : undefined}>
        <span className={styles['value']}>
          {shown ?? <span className={styles['quiet']}>{t('matching.review.noValue')}</span>}
          {masked[at] && value !== null && (
            <IconButton
              icon={Eye}
              label={t('matching.review.reveal', { name: body.attributes[at]?.name ?? '', table: pair[side].table })}
              onClick={() => setAsked({ side, at })}
            />
          )}
        </span>
      </td>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows lead from pair to pair
    <article ref={frame.ref} className={styles['pair']} aria-label={title} tabIndex={0} onKeyDown={onKeyDown}>
      <header className={styles['line']}>
        <AmberBadge>{title}</AmberBadge>
        {pair.names && (
          <span className={styles['quiet']}>
            {pair.names.edits === 0
              ? t('matching.review.namesAlike')
              : t('matching.review.names', { share: formatShare(pair.names.similarity), count: pair.names.edits })}
          </span>
        )}
        {decision && (
          <strong className={styles['said']}>
            {t(decision.same ? 'matching.review.saidSame' : 'matching.review.saidDifferent')}
          </strong>
        )}
      </header>
      <table className={styles['sides']}>
        <thead>
          <tr>
            <th aria-label={t('matching.attributes.name')} />
            {(['a', 'b'] as const).map((side) => (
              <th key={side} scope="col">
                {t('matching.review.row', { table: pair[side].table, row: formatCount(pair[side].number) })}
              </th>
            ))}
            {saysHow && (
              <th scope="col" className={styles['distance']}>
                {t('matching.review.how')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {body.attributes.map(({ name }, at) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {pair.differs[at] && <span className="visually-hidden"> {t('matching.review.differs')}</span>}
              </th>
              {cell('a', at)}
              {cell('b', at)}
              {saysHow && <td className={styles['distance']}>{hows[at]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <footer className={styles['decide']}>
        <Input
          size="small"
          aria-label={t('matching.review.reason')}
          placeholder={t('matching.review.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button size="small" onClick={() => decide(false)}>
          {t('matching.review.different')}
        </Button>
        <Button size="small" type="primary" onClick={() => decide(true)}>
          {t('matching.review.same')}
        </Button>
      </footer>
      {asked && (
        <ReasonDialog
          title={t('matching.review.revealTitle', { name: body.attributes[asked.at]?.name ?? '' })}
          body={t('matching.review.revealBody')}
          confirm={t('matching.review.revealConfirm')}
          onClose={() => setAsked(null)}
          onConfirm={async (why) => {
            const { table, number } = pair[asked.side];
            const attribute = body.attributes[asked.at]?.name ?? '';
            const { value, seconds } = await engine.call('matching.reveal', {
              ...{ definition: body, table, number, attribute, reason: why },
            });
            setSeen({ ...asked, value: value ?? '', seconds });
          }}
        />
      )}
    </article>
  );
}
