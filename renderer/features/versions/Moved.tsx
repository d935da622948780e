import { formatDecimal } from '#shared/format/index.ts';
import { type FieldMove, psiBands, type VersionComparison } from '#shared/versions/index.ts';
import { formatCompact, formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { FieldTypeIcon } from '../../components/FieldTypeIcon.tsx';
import styles from './Versions.module.css';

/** What moved from one version to the other: rows, keys, and field by field. */
export function Moved({ result }: { result: VersionComparison }) {
  const { t, locale } = useWords();
  const { rows, keys, added, gone, fields } = result;
  const said = [
    t('versions.moved.rows', { before: formatCount(rows.reference), after: formatCount(rows.current) }),
  ] as string[];
  if (keys)
    said.push(
      t('versions.moved.keys', {
        field: keys.field,
        added: formatCount(keys.added),
        removed: formatCount(keys.removed),
        changed: formatCount(keys.changed),
        same: formatCount(keys.same),
      }),
    );
  if (added.length > 0) said.push(t('versions.added', { names: added.join(t('common.how.and')) }));
  if (gone.length > 0) said.push(t('versions.gone', { names: gone.join(t('common.how.and')) }));
  const pair = <T,>(before: T, after: T, show: (value: T) => string) =>
    show(before) === show(after) ? (
      <span className={styles['quiet']}>{show(after)}</span>
    ) : (
      `${show(before)} → ${show(after)}`
    );
  const columns: Column<FieldMove>[] = [
    {
      key: 'field',
      title: t('versions.moved.field'),
      cell: ({ field, type }) => (
        <span className={styles['field']} title={field}>
          <FieldTypeIcon type={type} silent />
          {field}
        </span>
      ),
    },
    {
      key: 'filled',
      title: t('versions.moved.filled'),
      numeric: true,
      cell: ({ filled }) => pair(filled.reference, filled.current, formatShare),
    },
    {
      key: 'mean',
      title: t('versions.moved.mean'),
      numeric: true,
      cell: ({ mean }) =>
        mean === null
          ? '—'
          : pair(mean.reference, mean.current, (value) => (value === null ? '—' : formatDecimal(value, 2))),
    },
    {
      key: 'distinct',
      title: t('versions.moved.distinct'),
      numeric: true,
      cell: ({ distinct }) => pair(distinct.reference, distinct.current, (value) => formatCompact(value, locale)),
    },
    {
      key: 'psi',
      title: 'PSI',
      numeric: true,
      cell: ({ psi }) =>
        psi === null ? (
          <span className={styles['quiet']}>—</span>
        ) : (
          <span className={/^(?:check|shifted)$/.test(bandOf(psi)) ? styles['look'] : undefined}>
            {formatDecimal(psi.value, 3)} {t(`versions.moved.${bandOf(psi)}`)}
          </span>
        ),
    },
    {
      key: 'critical',
      title: t('versions.moved.critical'),
      numeric: true,
      cell: ({ psi }) => (psi === null ? '' : formatDecimal(psi.critical, 3)),
    },
    {
      key: 'bins',
      title: t('versions.moved.bins'),
      numeric: true,
      cell: ({ psi }) =>
        psi === null ? '' : t('versions.moved.binsOf', { bins: String(psi.bins), empty: String(psi.empty) }),
    },
  ];
  return (
    <>
      <p className={styles['said']}>{said.join(' · ')}</p>
      <DataTable label={t('versions.moved.table')} columns={columns} rows={fields} rowKey={({ field }) => field} />
    </>
  );
}

/** The bands ignore how many rows there are: of few, any two samples differ by as much. */
function bandOf({ value, critical }: NonNullable<FieldMove['psi']>): 'stable' | 'chance' | 'check' | 'shifted' {
  if (value < psiBands.check) return 'stable';
  if (value <= critical) return 'chance';
  return value <= psiBands.shifted ? 'check' : 'shifted';
}
