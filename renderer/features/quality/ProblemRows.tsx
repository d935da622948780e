import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import type { Dataset } from '#shared/intake/index.ts';
import type { QualityFinding } from '#shared/quality/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import styles from './Quality.module.css';

interface Props {
  dataset: Dataset;
  asOf: string;
  finding: QualityFinding;
  title: string;
  onClose(): void;
}

const limit = 200;
type Line = { row: number; value: string | null };

/** The rows that a finding is about, by their number in the table, personal values masked. */
export function ProblemRows({ dataset, asOf, finding, title, onClose }: Props) {
  const { t } = useWords();
  const { problem, fields } = finding;
  const field = fields[0] ?? null;
  const found = useQuery({
    queryKey: [...keys.results, 'quality.rows', dataset.id, dataset.version, asOf, field, problem],
    enabled: problem !== null,
    queryFn: ({ signal }) =>
      engine.call('quality.rows', { dataset: dataset.id, asOf, field, problem: problem ?? 'empty', limit }, { signal }),
  });
  const columns: Column<Line>[] = [
    { key: 'row', title: t('quality.row'), cell: ({ row }) => formatCount(row) },
    {
      key: 'value',
      title: field ?? t('quality.value'),
      cell: ({ value }) =>
        value === null ? (
          <span className={styles['quiet']}>{t('quality.emptyValue')}</span>
        ) : (
          <span className={styles['mono']}>{value}</span>
        ),
    },
  ];
  return (
    <Modal
      open
      title={title}
      footer={null}
      centered
      width={560}
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onCancel={onClose}
    >
      <div className={styles['dialog']}>
        {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
        {found.isFetching && <ProgressLine progress={null} />}
        {found.data && (
          <>
            <p className={styles['quiet']}>
              {t('quality.rowsCaption', {
                total: formatCount(found.data.total),
                shown: formatCount(found.data.rows.length),
              })}
            </p>
            <DataTable
              label={title}
              columns={field === null ? columns.slice(0, 1) : columns}
              rows={found.data.rows}
              rowKey={({ row }) => String(row)}
            />
          </>
        )}
      </div>
    </Modal>
  );
}
