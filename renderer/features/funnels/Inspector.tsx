import { Button, Select } from 'antd';
import { UserCheck, UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { formatDuration, formatInterval } from '#shared/format/index.ts';
import type { Conversion, FunnelResult } from '#shared/funnels/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { BigFigure } from '../../components/BigFigure.tsx';
import { type GroupValue, groupName, groupOf, isSingle } from './groupName.ts';
import styles from './Inspector.module.css';
import { useSaveSegment } from './useSaveSegment.ts';

interface Props {
  funnel: DefinitionOf<'funnel'>;
  result: FunnelResult | undefined;
  /** The selected step, from 0. */
  selected: number;
}

/** In the list, clients of every group. */
const all = -1;

/** The selected step in full, and its clients as a segment. */
export function Inspector({ funnel, result, selected }: Props) {
  const { t, locale } = useWords();
  const save = useSaveSegment(funnel);
  const { breakdown } = funnel.body;
  const [chosen, setChosen] = useState<GroupValue | null>(null);
  const groups = result?.groups ?? [];
  const of = groupOf(groups, breakdown, chosen);
  const choose = (place: number) => {
    const group = groups[place];
    setChosen(group && breakdown !== null ? { field: breakdown, value: group.value } : null);
  };
  const step = funnel.body.steps[selected];
  if (!step) return <p className={styles['quiet']}>{t('funnels.inspector.empty')}</p>;
  const figures = result?.steps[selected];
  const byEntry = funnel.body.entry !== null;
  const last = selected === funnel.body.steps.length - 1;
  const conversion = ({ share, interval }: Conversion) =>
    interval
      ? t('funnels.inspector.interval', { share: formatShare(share), interval: formatInterval(interval) })
      : formatShare(share);
  const lost = figures && figures.entries > 0 ? figures.dropped / figures.entries : null;
  return (
    <div className={styles['inspector']}>
      <BigFigure
        label={t('funnels.inspector.step', { place: String(selected + 1), name: step.name })}
        value={figures ? formatCount(figures.entries) : null}
        unit={t(byEntry ? 'funnels.inspector.unitEntries' : 'funnels.inspector.unitClients')}
        note={byEntry && figures ? t('funnels.inspector.clients', { n: formatCount(figures.clients) }) : undefined}
        updating={t('common.states.updating')}
      />
      {figures && (
        <dl className={styles['lines']}>
          {selected > 0 && (
            <>
              <Line term={t('funnels.inspector.fromPrevious')} value={conversion(figures.fromPrevious)} />
              <Line term={t('funnels.inspector.fromFirst')} value={conversion(figures.fromFirst)} />
            </>
          )}
          {!last && (
            <Line
              term={t('funnels.inspector.dropped')}
              value={t('funnels.inspector.droppedValue', {
                n: formatCount(figures.dropped),
                share: formatShare(lost),
              })}
            />
          )}
          {!last && byEntry && (
            <Line term={t('funnels.inspector.droppedClients')} value={formatCount(figures.droppedClients)} />
          )}
          {figures.waiting && (
            <>
              <Line term={t('funnels.inspector.median')} value={formatDuration(figures.waiting.median, locale)} />
              <Line term={t('funnels.inspector.p90')} value={formatDuration(figures.waiting.p90, locale)} />
            </>
          )}
        </dl>
      )}
      <div className={styles['actions']}>
        {breakdown !== null && (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
          <label className={styles['of']}>
            <span>{t('funnels.inspector.of', { field: breakdown })}</span>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              value={of ? groups.indexOf(of) : all}
              options={[
                { value: all, label: t('funnels.inspector.ofAll') },
                ...groups.flatMap((group, value) => (isSingle(group) ? [{ value, label: groupName(group, t) }] : [])),
              ]}
              onChange={choose}
            />
          </label>
        )}
        <Button
          type="primary"
          block
          disabled={last}
          title={last ? t('funnels.inspector.last') : ''}
          icon={<UserMinus size={14} aria-hidden />}
          onClick={() => void save(selected, 'dropped', of)}
        >
          {t('funnels.inspector.saveDropped')}
        </Button>
        <Button block icon={<UserCheck size={14} aria-hidden />} onClick={() => void save(selected, 'reached', of)}>
          {t('funnels.inspector.saveReached')}
        </Button>
      </div>
    </div>
  );
}

function Line({ term, value }: { term: string; value: string }) {
  return (
    <div className={styles['line']}>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
