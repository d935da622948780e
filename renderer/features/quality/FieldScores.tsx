import { formatDecimal } from '#shared/format/index.ts';
import { type FieldQuality, type QualityFinding, type ScorePart, testNames } from '#shared/quality/index.ts';
import { formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { FieldTypeIcon } from '../../components/FieldTypeIcon.tsx';
import styles from './Quality.module.css';

interface Props {
  fields: readonly FieldQuality[];
  findings: readonly QualityFinding[];
  selected: string | null;
  onSelect(field: string): void;
}

const shown = ['completeness', 'validity', 'uniqueness', 'consistency'] as const;

/** Each field with its score and the parts of it; choosing one shows what was found of it. */
export function FieldScores({ fields, findings, selected, onSelect }: Props) {
  const { t, locale } = useWords();
  const found = (name: string) => findings.filter(({ fields }) => fields.includes(name)).length;
  // In amber only what there is a finding of: a share below 100 % may be as it should.
  const part = (name: ScorePart): Column<FieldQuality> => ({
    key: name,
    title: t(`quality.parts.${name}`),
    numeric: true,
    cell: ({ field, parts }) => {
      const value = parts[name];
      if (value === null) return <span className={styles['quiet']}>—</span>;
      return (
        <span className={value < 1 && found(field) > 0 ? styles['look'] : styles['quiet']}>{formatShare(value)}</span>
      );
    },
  });
  const columns: Column<FieldQuality>[] = [
    {
      key: 'field',
      title: t('quality.field'),
      cell: ({ field, type }) => (
        <button type="button" className={styles['field']} title={field} onClick={() => onSelect(field)}>
          <FieldTypeIcon type={type} silent />
          <span className={styles['cut']}>{field}</span>
        </button>
      ),
    },
    {
      key: 'score',
      title: t('quality.points'),
      numeric: true,
      cell: ({ score }) => (score === null ? '—' : <strong>{formatDecimal(score, 1)}</strong>),
    },
    {
      key: 'findings',
      title: t('quality.found'),
      numeric: true,
      cell: ({ field }) => {
        const count = found(field);
        return count === 0 ? <span className={styles['quiet']}>0</span> : String(count);
      },
    },
    ...shown.map(part),
    {
      key: 'test',
      title: t('quality.test'),
      cell: ({ test }) =>
        test === null ? (
          <span className={styles['quiet']}>{t('quality.noTest')}</span>
        ) : (
          <span
            className={test.applied ? undefined : styles['struck']}
            title={t(`quality.testBy.${test.applied ? test.by : 'untested'}`)}
          >
            {testNames[locale][test.kind]}
          </span>
        ),
    },
  ];
  return (
    <DataTable
      label={t('quality.table')}
      columns={columns}
      rows={fields}
      rowKey={({ field }) => field}
      isMarked={({ field }) => field === selected}
    />
  );
}
