import { moneyOf } from '#shared/format/index.ts';
import { formatMeasure, type RoiCampaign, type RoiDefinition, type RoiPeriodResult } from '#shared/roi/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import styles from './DecayChart.module.css';
import { fittedAt } from './figures.ts';
import { useFigureColumns } from './useFigureColumns.tsx';
import { useRoiWords } from './useRoiWords.ts';

interface Props {
  definition: RoiDefinition;
  campaign: RoiCampaign;
  /** A narrow window has room for the figures of the periods, or for those of all up to each, but not for both. */
  shown: 'all' | 'own' | 'cumulative';
}

/** Every period of a campaign: its own figures, the curve's, and those of all periods up to it; then what is extrapolated. */
export function PeriodTable({ definition, campaign, shown }: Props) {
  const { t, locale } = useWords();
  const words = useRoiWords(definition);
  const cumulated = campaign.periods.map(({ cumulative }) => cumulative);
  const { cost, back } = moneyOf(definition, [...campaign.periods, ...cumulated], locale);
  const own = useFigureColumns<RoiPeriodResult>((row) => row, cost, back);
  const cumulative = useFigureColumns<RoiPeriodResult>(
    (row) => row.cumulative,
    cost,
    back,
    'cumulative.',
    (name) => spaced(t('roi.periods.cumulative', { name })),
  );
  const { fit } = campaign;
  const fitted: Column<Line> = {
    key: 'fitted',
    title: t('roi.periods.fitted'),
    numeric: true,
    cell: ({ period, seen }) =>
      seen ? (
        formatMeasure(fit.kind === 'decays' ? fittedAt(fit, period) : null, definition.decayOf)
      ) : (
        <Extrapolated fit={fit} period={period} measure={definition.decayOf} />
      ),
  };
  const columns: Column<Line>[] = [
    { key: 'period', title: t('roi.periods.period'), numeric: true, cell: ({ period }) => period },
    {
      key: 'rows',
      title: t('roi.periods.rows'),
      numeric: true,
      cell: ({ seen }) =>
        seen ? formatCount(seen.rows) : <span className={styles['forecast']}>{t('roi.periods.extrapolated')}</span>,
    },
    ...(shown === 'cumulative' ? [] : [...own.map(seenOnly), fitted]),
    ...(shown === 'own' ? [] : cumulative.map(seenOnly)),
  ];
  const lines: Line[] = campaign.periods.map((seen) => ({ period: seen.period, seen }));
  if (fit.kind === 'decays' && shown !== 'cumulative')
    lines.push(...fit.extrapolated.map(({ period }) => ({ period, seen: null })));
  return (
    <div className={styles['table']}>
      <DataTable
        label={t('roi.periods.label', { name: words.nameOf(campaign) })}
        columns={columns}
        rows={lines}
        rowKey={({ period }) => String(period)}
      />
    </div>
  );
}

/** Chinese leaves a gap before Latin letters. */
const spaced = (text: string): string => text.replace(/([\u3400-\u9fff])(?=[A-Z])/g, '$1 ');

/** A period, or one beyond the last that only the curve reaches. */
interface Line {
  readonly period: number;
  readonly seen: RoiPeriodResult | null;
}

function seenOnly(column: Column<RoiPeriodResult>): Column<Line> {
  return { ...column, cell: ({ seen }) => seen && column.cell(seen) };
}

interface ExtrapolatedProps {
  fit: RoiCampaign['fit'];
  period: number;
  measure: RoiDefinition['decayOf'];
}

function Extrapolated({ fit, period, measure }: ExtrapolatedProps) {
  const found = fit.kind === 'decays' ? fit.extrapolated.find((each) => each.period === period) : undefined;
  if (!found) return null;
  const shown = [found.low, found.high].map((value) => formatMeasure(value, measure)).join('–');
  return (
    <>
      {formatMeasure(found.value, measure)} <span className={styles['forecast']}>{shown}</span>
    </>
  );
}
