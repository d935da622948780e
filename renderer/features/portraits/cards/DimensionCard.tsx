import type { Dimension, Summary } from '#shared/portraits/index.ts';
import { formatShare } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { ChartWithTable } from '../../../components/charts/ChartWithTable.tsx';
import { HowButton } from '../../../components/HowButton.tsx';
import { dimensionTitle, formatMoment } from '../figures.ts';
import { usePortrait } from '../portraitContext.ts';
import { Bars } from './Bars.tsx';
import { Columns } from './Columns.tsx';
import styles from './DimensionCard.module.css';
import { DimensionTable } from './DimensionTable.tsx';

/** One field: the group beside its baseline, as a chart and as a table. */
export function DimensionCard({ dimension }: { dimension: Dimension }) {
  const { result, stepOf, method } = usePortrait();
  const provenance = stepOf.get(dimension);
  const note = useNote(dimension);
  const caption = note && <p className={styles['note']}>{note}</p>;
  return (
    <div className={styles['card']}>
      <ChartWithTable
        title={dimensionTitle(dimension, result)}
        actions={provenance && <HowButton provenance={provenance} method={method(dimension)} />}
        chart={
          <>
            {caption}
            {dimension.form === 'ranges' ? <Columns dimension={dimension} /> : <Bars dimension={dimension} />}
          </>
        }
        table={
          <>
            {caption}
            <DimensionTable dimension={dimension} />
          </>
        }
      />
    </div>
  );
}

/** What one should know at a glance: medians, how much is empty, that a client can count several times. */
function useNote({ form, known, numbers }: Dimension): string {
  const { t } = useWords();
  const { sizes } = usePortrait().result;
  const missing = sizes.baseline === 0 ? 0 : 1 - known.baseline / sizes.baseline;
  if (form === 'rows') return t('portraits.card.rows');
  if (numbers && form === 'ranges') {
    const median = (side: Summary | null) => (side ? formatMoment(side.median) : '—');
    return t('portraits.card.median', { group: median(numbers.group), base: median(numbers.baseline) });
  }
  return missing > 0 ? t('portraits.card.missing', { share: formatShare(missing) }) : '';
}
