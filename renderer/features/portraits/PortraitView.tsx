import { leadingTraits, type PortraitResult, rankedDimensions, traitClause } from '#shared/portraits/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { DimensionCard } from './cards/DimensionCard.tsx';
import { Findings } from './findings/Findings.tsx';
import styles from './PortraitView.module.css';
import { usePortrait } from './portraitContext.ts';
import { useBaselineName } from './useBaselineName.ts';

/** What sets the group apart, in a sentence, as a ranked table, and field by field. */
export function PortraitView() {
  const { t } = useWords();
  const { body, result, order, ranked } = usePortrait();
  const { sizes } = result;
  const name = useBaselineName(body.baseline);
  const counts = { group: formatCount(sizes.group), baseline: formatCount(sizes.baseline) };
  return (
    <div className={styles['view']}>
      <div className={styles['head']}>
        <p className={styles['sizes']}>
          <span>{t('portraits.sizes', { ...counts, name })}</span>
          {result.small && sizes.group > 0 && <AmberBadge>{t('portraits.small')}</AmberBadge>}
          <span className={styles['legend']} aria-hidden>
            <i className={styles['group']} />
            {t('portraits.group')}
            <i className={styles['base']} />
            {t('portraits.base')}
          </span>
        </p>
        <p className={styles['finding']} role="status">
          <Finding result={result} everyone={body.scope.kind === 'all' && body.baseline.kind === 'all'} />
        </p>
      </div>
      {ranked.length > 0 && <Findings />}
      <div className={styles['cards']}>
        {rankedDimensions(result, order).map((dimension) => (
          <DimensionCard key={`${dimension.field.table}\n${dimension.field.field}`} dimension={dimension} />
        ))}
      </div>
    </div>
  );
}

function Finding({ result, everyone }: { result: PortraitResult; everyone: boolean }) {
  const { t, locale } = useWords();
  const { sizes, dimensions } = result;
  if (sizes.group === 0) return t('portraits.nobody');
  if (sizes.baseline === 0) return t('portraits.nobodyInBaseline');
  if (everyone) return t('portraits.everyone');
  if (dimensions.length === 0) return t('portraits.noDimensions');
  const [first, second] = leadingTraits(result, 2).map((trait) => traitClause(trait, result, locale));
  if (first === undefined) return t(sizes.rest === 0 ? 'portraits.sameAsBaseline' : 'portraits.noDifference');
  return second === undefined
    ? t('portraits.findings.sentence', { first })
    : t('portraits.findings.sentenceTwo', { first, second });
}
