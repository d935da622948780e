import { TriangleAlert, UserMinus } from 'lucide-react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { statedP } from '#shared/format/index.ts';
import { type FunnelGroup, type FunnelResult, smallestTested } from '#shared/funnels/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Card } from '../../components/Card.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './Breakdown.module.css';
import { groupName, isSingle } from './groupName.ts';
import { useSaveSegment } from './useSaveSegment.ts';

interface Props {
  funnel: DefinitionOf<'funnel'>;
  result: FunnelResult;
  groups: readonly FunnelGroup[];
}

/** Leaks beyond these are in the table alone. */
const shownLeaks = 5;

/** Conversion by group and step; where a group leaks is marked and said in a sentence. */
export function Breakdown({ funnel, result, groups }: Props) {
  const { t } = useWords();
  const save = useSaveSegment(funnel);
  const { body } = funnel;
  const names = result.steps.map(({ name }) => name);
  const label = (group: FunnelGroup | undefined) => groupName(group, t);
  const leaking = new Set(result.leaks.map(({ group, step }) => `${group}/${step}`));
  return (
    <Card
      title={t('funnels.groups.title')}
      note={<span className={styles['note']}>{t('funnels.groups.note', { field: body.breakdown ?? '' })}</span>}
    >
      {result.steps.length > 1 && (
        <ul className={styles['leaks']}>
          {result.leaks.length === 0 && <li className={styles['note']}>{t('funnels.groups.noLeak')}</li>}
          {result.leaks.slice(0, shownLeaks).map((leak) => (
            <li key={`${leak.group}/${leak.step}`} className={styles['leak']}>
              <TriangleAlert size={14} aria-hidden />
              <span>
                <strong>
                  {t('funnels.groups.leak', {
                    group: label(groups[leak.group]),
                    from: names[leak.step - 1] ?? '',
                    to: names[leak.step] ?? '',
                    share: formatShare(leak.share),
                    rest: formatShare(leak.rest),
                  })}
                </strong>{' '}
                <span className={styles['note']}>
                  {t('funnels.groups.leakNote', {
                    base: formatCount(leak.n),
                    p: statedP(leak.adjusted),
                    lost: formatCount(leak.lost),
                  })}
                </span>
              </span>
              <SaveLeak group={groups[leak.group]} onSave={(group) => void save(leak.step - 1, 'dropped', group)} />
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
      <section className={styles['scroll']} aria-label={t('funnels.groups.title')} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('funnels.groups.value')}</th>
              {names.map((name, i) => (
                // Steps have no identity but their place.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <th key={i} scope="col" className={styles['numeric']} title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group, at) => (
              // Masked values may be alike: groups have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={at}>
                <th scope="row" title={label(group)}>
                  {label(group)}
                </th>
                {group.entries.map((entries, i) => (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: see above
                    key={i}
                    entries={entries}
                    base={i === 0 ? null : (group.entries[i - 1] ?? 0)}
                    leak={leaking.has(`${at}/${i}`)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

/** Makes a segment of those that a leak loses, where they can be asked for. */
function SaveLeak({ group, onSave }: { group: FunnelGroup | undefined; onSave(group: FunnelGroup): void }) {
  const { t } = useWords();
  if (!group || !isSingle(group)) return null;
  return (
    <span className={styles['save']}>
      <IconButton
        icon={UserMinus}
        label={`${groupName(group, t)} · ${t('funnels.groups.save')}`}
        onClick={() => onSave(group)}
      />
    </span>
  );
}

/** The first step is a count; every other one a share of the step before, with a line as long. */
function Cell({ entries, base, leak }: { entries: number; base: number | null; leak: boolean }) {
  const { t } = useWords();
  if (base === null) return <td className={styles['numeric']}>{formatCount(entries)}</td>;
  const share = base === 0 ? null : entries / base;
  const small = base < smallestTested;
  const detail = `${formatCount(entries)} / ${formatCount(base)}`;
  const hint = small ? `${detail} · ${t('funnels.groups.small', { n: smallestTested })}` : detail;
  return (
    <td className={`${styles['numeric']} ${leak ? styles['marked'] : ''} ${small ? styles['small'] : ''}`} title={hint}>
      {leak && <TriangleAlert size={12} role="img" aria-label={t('funnels.groups.mark')} />} {formatShare(share)}
      <span className={styles['track']} aria-hidden>
        <span style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
    </td>
  );
}
