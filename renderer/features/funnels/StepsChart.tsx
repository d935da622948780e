import { TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { formatDuration, formatInterval } from '#shared/format/index.ts';
import type { FunnelDefinition, FunnelResult } from '#shared/funnels/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { ChartWithTable } from '../../components/charts/ChartWithTable.tsx';
import { groupName } from './groupName.ts';
import styles from './StepsChart.module.css';
import { StepsTable } from './StepsTable.tsx';

interface Props {
  body: FunnelDefinition;
  result: FunnelResult | undefined;
  selected: number;
  onSelect(step: number): void;
}

/** How many reach each step, as bars one below the other, and what happens between them. A bar selects its step. */
export function StepsChart({ body, result, selected, onSelect }: Props) {
  const { t } = useWords();
  const unit =
    body.entry === null ? t('funnels.chart.unitClients') : t('funnels.chart.unitEntries', { field: body.entry });
  return (
    <ChartWithTable
      title={t('funnels.chart.title')}
      note={
        <span className={styles['note']}>
          {unit}
          {result && <LeftOut result={result} />}
        </span>
      }
      chart={
        <ol className={styles['chart']} aria-label={t('funnels.chart.title')}>
          {body.steps.map((step, i) => (
            // Steps have no identity but their place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={i}>
              {i > 0 && <Between result={result} step={i} />}
              <Bar
                name={step.name}
                place={i + 1}
                figures={result?.steps[i]}
                leaks={result?.leaks.some(({ step }) => step === i) ?? false}
                selected={i === selected}
                onSelect={() => onSelect(i)}
              />
            </li>
          ))}
        </ol>
      }
      table={result ? <StepsTable result={result} byEntry={body.entry !== null} /> : null}
    />
  );
}

/** What is counted though it may change, and what could not be counted. */
function LeftOut({ result }: { result: FunnelResult }) {
  const { t } = useWords();
  const { open, until, withoutTime, withoutKey } = result;
  return (
    <>
      {open !== null && open > 0 && (
        <span title={t('funnels.chart.openHint', { until: until ?? '' })}>
          {' · '}
          {t('funnels.chart.open', { n: formatCount(open) })}
        </span>
      )}
      {withoutTime > 0 && ` · ${t('funnels.chart.withoutTime', { n: formatCount(withoutTime) })}`}
      {withoutKey > 0 && ` · ${t('funnels.chart.withoutKey', { n: formatCount(withoutKey) })}`}
    </>
  );
}

function Between({ result, step }: { result: FunnelResult | undefined; step: number }) {
  const { t, locale } = useWords();
  const here = result?.steps[step];
  const before = result?.steps[step - 1];
  if (!here || !before) return <p className={styles['between']}>…</p>;
  const { share, interval } = here.fromPrevious;
  const [shown, dropped] = [formatShare(share), formatCount(before.dropped)];
  const leaks = result?.leaks.filter((leak) => leak.step === step) ?? [];
  const sentence =
    interval && here.waiting
      ? t('funnels.chart.between', {
          share: shown,
          dropped,
          interval: formatInterval(interval),
          median: formatDuration(here.waiting.median, locale),
        })
      : t('funnels.chart.betweenShort', { share: shown, dropped });
  return (
    <p className={styles['between']} title={sentence}>
      {leaks.length > 0 && (
        <span className={styles['leak']}>
          <TriangleAlert size={12} aria-hidden />
          {leaks
            .map(({ group, share: own }) => `${groupName(result?.groups?.[group], t)} ${formatShare(own)}`)
            .join(t('funnels.groups.and'))}
        </span>
      )}
      {sentence.split(/(?<=·)\s/).map((piece) => (
        <Fragment key={piece}>
          <span className={styles['piece']}>{piece}</span>{' '}
        </Fragment>
      ))}
    </p>
  );
}

interface BarProps {
  name: string;
  place: number;
  figures: FunnelResult['steps'][number] | undefined;
  /** A group loses far more before this step than the others do: the sentence above says which. */
  leaks: boolean;
  selected: boolean;
  onSelect(): void;
}

function Bar({ name, place, figures, leaks, selected, onSelect }: BarProps) {
  const share = figures?.fromFirst.share ?? null;
  const count = figures ? formatCount(figures.entries) : '…';
  const overall = figures ? formatShare(share) : '';
  return (
    <button
      type="button"
      className={`${styles['bar']} ${leaks ? styles['leaking'] : ''}`}
      aria-pressed={selected}
      onClick={onSelect}
    >
      <span className={styles['name']} title={name}>
        {place} {name}
      </span>
      <span className={styles['track']}>
        {share !== null && share > 0 && <span style={{ width: `${share * 100}%` }} />}
      </span>
      <span className={styles['count']}>{count}</span>
      <span className={styles['share']}>{overall}</span>
    </button>
  );
}
