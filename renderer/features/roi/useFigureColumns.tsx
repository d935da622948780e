import { inFull, type Money } from '#shared/format/index.ts';
import { formatMeasure, type RoiFigures } from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import type { Column } from '../../components/DataTable.tsx';

/** Columns of cost, return, ROAS and ROI. `prefix` keeps their keys apart; `name` says whose figures they are. */
export function useFigureColumns<T>(
  of: (row: T) => RoiFigures,
  cost: Money,
  back: Money,
  prefix = '',
  name: (column: string) => string = (column) => column,
): Column<T>[] {
  const { t } = useWords();
  const ratio = (figures: RoiFigures, measure: 'roas' | 'roi') =>
    figures.noRatio === null ? (
      formatMeasure(figures[measure], measure)
    ) : (
      <span title={t(`roi.noRatio.${figures.noRatio}`)}>—</span>
    );
  return [
    {
      key: `${prefix}cost`,
      title: name(t('roi.table.cost')),
      numeric: true,
      cell: (row) => <span title={inFull(of(row).cost)}>{cost(of(row).cost)}</span>,
    },
    {
      key: `${prefix}return`,
      title: name(t('roi.table.return')),
      numeric: true,
      cell: (row) => <span title={inFull(of(row).return)}>{back(of(row).return)}</span>,
    },
    { key: `${prefix}roas`, title: name('ROAS'), numeric: true, cell: (row) => ratio(of(row), 'roas') },
    { key: `${prefix}roi`, title: name('ROI'), numeric: true, cell: (row) => ratio(of(row), 'roi') },
  ];
}
