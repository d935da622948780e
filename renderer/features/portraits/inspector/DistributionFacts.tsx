import { toDecimals } from '#shared/format/index.ts';
import type { Distribution, Summary } from '#shared/portraits/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { formatMoment } from '../figures.ts';
import styles from './TraitInspector.module.css';

const blank = '—';

/** How a number or day is distributed in the group and in the baseline, and how far apart they are. */
export function DistributionFacts({ numbers }: { numbers: Distribution }) {
  const { t } = useWords();
  const shown = (side: Summary | null, of: (summary: Summary) => string) => (side ? of(side) : blank);
  const rows = [
    { name: t('portraits.inspector.median'), of: ({ median }: Summary) => formatMoment(median) },
    { name: t('portraits.inspector.lower'), of: ({ q1 }: Summary) => formatMoment(q1) },
    { name: t('portraits.inspector.upper'), of: ({ q3 }: Summary) => formatMoment(q3) },
    { name: t('portraits.inspector.mean'), of: ({ mean }: Summary) => formatMoment(mean) },
  ];
  return (
    <section aria-label={t('portraits.inspector.distribution')}>
      <table className={styles['counts']}>
        <thead>
          <tr>
            <th scope="col">{t('portraits.inspector.distribution')}</th>
            <th scope="col">{t('portraits.group')}</th>
            <th scope="col">{t('portraits.base')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{shown(numbers.group, of)}</td>
              <td>{shown(numbers.baseline, of)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={styles['facts']}>
        <dt>{t('portraits.inspector.difference')}</dt>
        <dd>{numbers.difference === null ? blank : toDecimals(numbers.difference, 3)}</dd>
        <dt>{t('portraits.inspector.ks')}</dt>
        <dd>{numbers.ks === null ? blank : toDecimals(numbers.ks, 3)}</dd>
      </dl>
    </section>
  );
}
