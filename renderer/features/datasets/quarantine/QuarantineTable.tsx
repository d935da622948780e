import { Button } from 'antd';
import type { PlacedRow } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import styles from '../tab.module.css';
import { useDetail } from './useDetail.ts';

interface Props {
  rows: readonly PlacedRow[];
  onRepair(row: PlacedRow): void;
}

/** Quarantined rows, each with its reason and a way to repair it. */
export function QuarantineTable({ rows, onRepair }: Props) {
  const { t } = useWords();
  const detailOf = useDetail();
  const columns: Column<PlacedRow>[] = [
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
    {
      key: 'repair',
      title: <span className="visually-hidden">{t('data.repair.open')}</span>,
      cell: (row) => (
        <Button
          type="link"
          size="small"
          aria-label={t('data.repair.openLine', { line: row.line })}
          onClick={() => onRepair(row)}
        >
          {t('data.repair.open')}
        </Button>
      ),
    },
  ];
  return (
    <DataTable label={t('data.tabs.quarantine')} columns={columns} rows={rows} rowKey={(row) => String(row.row)} />
  );
}
