import { formatCount, formatShare, formatTgi } from '#shared/format/index.ts';
import { type AssessedTrait, type Dimension, traitLabel } from '#shared/portraits/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { dimensionTitle } from '../figures.ts';
import { usePortrait } from '../portraitContext.ts';
import styles from './DimensionCard.module.css';

/** The figures of a card. */
export function DimensionTable({ dimension }: { dimension: Dimension }) {
  const { t, locale } = useWords();
  const { result } = usePortrait();
  const columns: Column<AssessedTrait>[] = [
    {
      key: 'trait',
      title: t('portraits.card.trait'),
      cell: ({ trait }) => traitLabel(trait, dimension, locale),
      wide: true,
    },
    { key: 'count', title: t('portraits.card.count'), cell: ({ counts }) => formatCount(counts.group), numeric: true },
    { key: 'group', title: t('portraits.group'), cell: ({ shares }) => formatShare(shares.group), numeric: true },
    { key: 'base', title: t('portraits.base'), cell: ({ shares }) => formatShare(shares.baseline), numeric: true },
    { key: 'tgi', title: t('portraits.findings.tgi'), cell: ({ tgi }) => formatTgi(tgi), numeric: true },
  ];
  return (
    <div className={styles['table']}>
      <DataTable
        label={t('portraits.card.figures', { field: dimensionTitle(dimension, result) })}
        columns={columns}
        rows={dimension.traits}
        rowKey={({ trait }) => JSON.stringify(trait)}
      />
    </div>
  );
}
