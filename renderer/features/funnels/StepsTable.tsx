import { formatDuration, formatInterval } from '#shared/format/index.ts';
import type { FunnelResult, FunnelStepResult } from '#shared/funnels/index.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';

interface StepLine {
  place: number;
  step: FunnelStepResult;
}

/** The figures behind the chart. */
export function StepsTable({ result, byEntry }: { result: FunnelResult; byEntry: boolean }) {
  const { t, locale } = useWords();
  const time = (seconds: number | undefined) => (seconds === undefined ? '—' : formatDuration(seconds, locale));
  const numeric = (key: string, title: string, cell: (step: FunnelStepResult) => string): Column<StepLine> => ({
    key,
    title,
    numeric: true,
    cell: ({ step }) => cell(step),
  });
  const columns: Column<StepLine>[] = [
    { key: 'step', title: t('funnels.table.step'), cell: ({ place, step }) => `${place} ${step.name}` },
    numeric('entries', t('funnels.table.entries'), ({ entries }) => formatCount(entries)),
    ...(byEntry ? [numeric('clients', t('funnels.table.clients'), ({ clients }) => formatCount(clients))] : []),
    numeric('previous', t('funnels.table.fromPrevious'), ({ fromPrevious }) => formatShare(fromPrevious.share)),
    numeric('interval', t('funnels.table.interval'), ({ fromPrevious: { interval } }) =>
      interval ? formatInterval(interval) : '—',
    ),
    numeric('first', t('funnels.table.fromFirst'), ({ fromFirst }) => formatShare(fromFirst.share)),
    numeric('firstInterval', t('funnels.table.interval'), ({ fromFirst: { interval } }) =>
      interval ? formatInterval(interval) : '—',
    ),
    numeric('dropped', t('funnels.table.dropped'), ({ dropped }) => formatCount(dropped)),
    numeric('median', t('funnels.table.median'), ({ waiting }) => time(waiting?.median)),
    numeric('p90', t('funnels.table.p90'), ({ waiting }) => time(waiting?.p90)),
  ];
  return (
    <DataTable
      label={t('funnels.chart.title')}
      columns={columns}
      rows={result.steps.map((step, i) => ({ place: i + 1, step }))}
      rowKey={({ place }) => String(place)}
    />
  );
}
