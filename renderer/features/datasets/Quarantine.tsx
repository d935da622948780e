import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { Dataset, QuarantinedRow } from '#shared/intake/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import styles from './tab.module.css';

const pageSize = 100;

/** The rows that could not be read, as they stood in the file, with the reason. */
export function Quarantine({ dataset }: { dataset: Dataset }) {
  const { t } = useWords();
  const [offset, setOffset] = useState(0);
  const params = { dataset: dataset.id, offset, limit: pageSize };
  const page = useQuery({
    queryKey: [...keys.datasets, 'quarantine', dataset.version, params],
    queryFn: ({ signal }) => engine.call('datasets.quarantine', params, { signal }),
    enabled: dataset.quarantined > 0,
    placeholderData: keepPreviousData,
  });
  if (dataset.quarantined === 0) {
    return (
      <EmptyState icon={CircleCheck} title={t('data.quarantine.emptyTitle')}>
        {t('data.quarantine.emptyBody', { file: dataset.file, rows: formatCount(dataset.rows) })}
      </EmptyState>
    );
  }
  if (page.isError) return <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return null;
  const { rows, total } = page.data;
  const columns: Column<QuarantinedRow>[] = [
    { key: 'line', title: t('data.quarantine.line'), numeric: true, cell: (row) => row.line },
    { key: 'reason', title: t('data.quarantine.reason'), cell: (row) => t(`data.quarantine.reasons.${row.reason}`) },
    {
      key: 'column',
      title: t('data.quarantine.column'),
      cell: (row) => row.column ?? <span className={styles['quiet']}>—</span>,
    },
    {
      key: 'text',
      title: t('data.quarantine.text'),
      wide: true,
      cell: (row) => (
        <span className={styles['mono']} title={row.text}>
          {row.text}
        </span>
      ),
    },
    {
      key: 'detail',
      title: t('data.quarantine.detail'),
      cell: (row) => (
        <span className={styles['quiet']} title={detailOf(row)}>
          {detailOf(row)}
        </span>
      ),
    },
  ];
  function detailOf({ reason, detail }: QuarantinedRow): string {
    if (reason !== 'missingColumns' && reason !== 'tooManyColumns') return detail;
    const [found, expected] = detail.split(' / ');
    return found && expected ? t('data.quarantine.columns', { found, expected }) : detail;
  }
  const last = Math.min(offset + rows.length, total);
  return (
    <div className={styles['tab']}>
      <p className={styles['quiet']}>
        {t('data.quarantine.caption', { rows: formatCount(total), loaded: formatCount(dataset.rows) })}
      </p>
      <DataTable
        label={t('data.tabs.quarantine')}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.line}:${row.column}:${row.reason}`}
      />
      {total > pageSize && (
        <div className={styles['pager']}>
          <span className={styles['quiet']}>
            {t('data.quarantine.pages', {
              from: formatCount(offset + 1),
              to: formatCount(last),
              total: formatCount(total),
            })}
          </span>
          <IconButton
            icon={ChevronLeft}
            label={t('data.quarantine.previous')}
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - pageSize))}
          />
          <IconButton
            icon={ChevronRight}
            label={t('data.quarantine.next')}
            disabled={last >= total}
            onClick={() => setOffset(offset + pageSize)}
          />
        </div>
      )}
    </div>
  );
}
