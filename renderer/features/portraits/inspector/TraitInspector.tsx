import { Button } from 'antd';
import { formatCount, formatDecimal, formatInterval, formatP, formatShare, formatTgi } from '#shared/format/index.ts';
import { significance, traitLabel } from '#shared/portraits/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { AmberBadge } from '../../../components/AmberBadge.tsx';
import { HowButton } from '../../../components/HowButton.tsx';
import { dimensionTitle } from '../figures.ts';
import { usePortrait } from '../portraitContext.ts';
import { DistributionFacts } from './DistributionFacts.tsx';
import styles from './TraitInspector.module.css';
import { useMakeSegment } from './useMakeSegment.ts';

/** The trait that is chosen, in full, and the way to a segment of it. */
export function TraitInspector() {
  const { t, locale } = useWords();
  const { result, selected, stepOf, method } = usePortrait();
  const makeSegment = useMakeSegment();
  if (!selected) return <p className={styles['none']}>{t('portraits.inspector.none')}</p>;
  const { dimension, trait } = selected;
  const provenance = stepOf.get(dimension);
  return (
    <div className={styles['inspector']}>
      <div>
        <div className={styles['head']}>
          <h2>{dimensionTitle(dimension, result)}</h2>
          {provenance && <HowButton provenance={provenance} method={method(dimension)} />}
        </div>
        <p className={styles['label']}>{traitLabel(trait.trait, dimension, locale)}</p>
      </div>
      <p className={styles['tgi']}>
        <strong>{formatTgi(trait.tgi)}</strong> TGI
      </p>
      <Counts />
      <dl className={styles['facts']}>
        <dt>{t('portraits.inspector.p')}</dt>
        <dd>{formatP(trait.p)}</dd>
        <dt>{t('portraits.inspector.adjusted')}</dt>
        <dd>{formatP(trait.adjusted)}</dd>
        <dt>{t('portraits.inspector.strength')}</dt>
        <dd>{formatDecimal(trait.strength, 1)}</dd>
      </dl>
      <Verdict adjusted={trait.adjusted} />
      <div>
        <Button type="primary" block disabled={trait.counts.group === 0} onClick={() => void makeSegment(selected)}>
          {t('portraits.inspector.makeSegment')}
        </Button>
        <p className={styles['hint']}>
          {t('portraits.inspector.makeSegmentNote', { clients: formatCount(trait.counts.group) })}
        </p>
      </div>
      {dimension.numbers && <DistributionFacts numbers={dimension.numbers} />}
    </div>
  );
}

function Verdict({ adjusted }: { adjusted: number | null }) {
  const { t } = useWords();
  if (adjusted === null) return <p className={styles['hint']}>{t('portraits.inspector.untested')}</p>;
  if (adjusted < significance) return <p className={styles['good']}>{t('portraits.inspector.significant')}</p>;
  return (
    <span>
      <AmberBadge>{t('portraits.inspector.notSignificant')}</AmberBadge>
    </span>
  );
}

/** Count, share and interval of group, baseline and rest. */
function Counts() {
  const { t } = useWords();
  const { selected } = usePortrait();
  if (!selected) return null;
  const { counts, shares, intervals } = selected.trait;
  const interval = (side: 'group' | 'baseline') => {
    const found = intervals[side];
    return found ? formatInterval(found) : '';
  };
  const rows = [
    { name: t('portraits.group'), side: 'group', interval: interval('group') },
    { name: t('portraits.base'), side: 'baseline', interval: interval('baseline') },
    { name: t('portraits.inspector.rest'), side: 'rest', interval: '' },
  ] as const;
  return (
    <table className={styles['counts']}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('portraits.inspector.count')}</th>
          <th scope="col">{t('portraits.inspector.share')}</th>
          <th scope="col">{t('portraits.inspector.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.side}>
            <th scope="row">{row.name}</th>
            <td>{formatCount(counts[row.side])}</td>
            <td>{formatShare(shares[row.side])}</td>
            <td className={styles['interval']}>{row.interval}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
