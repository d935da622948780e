import { Input, Tooltip } from 'antd';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { inFull } from '#shared/format/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import { formatCompact, formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { FieldTypeIcon } from '../../components/FieldTypeIcon.tsx';
import { FieldClass } from './FieldClass.tsx';
import styles from './tab.module.css';

/** The light profile of each field. */
export function FieldsTable({ dataset }: { dataset: Dataset }) {
  const { t, locale } = useWords();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const rows = useMemo(
    () => dataset.fields.filter((field) => field.name.toLowerCase().includes(wanted)),
    [dataset.fields, wanted],
  );
  const columns: Column<Field>[] = [
    {
      key: 'name',
      title: t('data.fields.name'),
      cell: (field) => (
        <span className={styles['field']} title={field.name}>
          <FieldTypeIcon type={field.type} />
          <span className={styles['cut']}>{field.name}</span>
        </span>
      ),
    },
    {
      key: 'type',
      title: t('data.fields.type'),
      cell: (field) => <span title={field.nativeType}>{t(`common.fieldType.${field.type}`)}</span>,
    },
    {
      key: 'nulls',
      title: t('data.fields.nulls'),
      numeric: true,
      cell: (field) =>
        field.nulls === 0 ? (
          <span className={styles['quiet']}>0</span>
        ) : (
          `${formatCount(field.nulls)} · ${formatShare(dataset.rows === 0 ? null : field.nulls / dataset.rows)}`
        ),
    },
    { key: 'minimum', title: t('data.fields.minimum'), cell: (field) => extreme(field, field.minimum) },
    { key: 'maximum', title: t('data.fields.maximum'), cell: (field) => extreme(field, field.maximum) },
    {
      key: 'distinct',
      title: t('data.fields.distinct'),
      numeric: true,
      cell: (field) => (
        <span title={formatCount(field.approximateDistinct)}>{formatCompact(field.approximateDistinct, locale)}</span>
      ),
    },
    {
      key: 'sensitivity',
      title: t('data.fields.sensitivity'),
      cell: (field) => <FieldClass dataset={dataset} field={field} />,
    },
  ];

  function extreme(field: Field, value: string | null) {
    if (value !== null) {
      const number = isPlainNumber(field, value);
      return (
        <span className={`${styles['extreme']} ${number ? styles['number'] : ''}`} title={value}>
          {number ? inFull(value) : value}
        </span>
      );
    }
    if (!isIdentity(field.sensitivity)) return <span className={styles['quiet']}>—</span>;
    return (
      <Tooltip title={t('data.fields.hiddenWhy')}>
        <span className={styles['quiet']}>{t('data.fields.hidden')}</span>
      </Tooltip>
    );
  }

  return (
    <div className={styles['tab']}>
      <div className={styles['tools']}>
        <Input
          className={styles['search'] ?? ''}
          prefix={<Search size={14} aria-hidden />}
          placeholder={t('data.fields.search')}
          aria-label={t('data.fields.search')}
          value={search}
          allowClear
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className={styles['quiet']}>{t('data.fields.caption', { count: rows.length })}</span>
      </div>
      <DataTable label={t('data.tabs.fields')} columns={columns} rows={rows} rowKey={(field) => field.name} />
    </div>
  );
}

/** A mask, and a number with an exponent, stand as they are. */
const isPlainNumber = ({ type }: Field, value: string): boolean =>
  (type === 'integer' || type === 'number' || type === 'decimal') && /^-?\d+(\.\d+)?$/.test(value);
