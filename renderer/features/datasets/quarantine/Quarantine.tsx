import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { CircleCheck, FileDown } from 'lucide-react';
import { useState } from 'react';
import type { Dataset, PlacedRow } from '#shared/intake/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { engine } from '../../../app/ports/clients.ts';
import { keys } from '../../../app/query/keys.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ExportedFile } from '../../../components/ExportedFile.tsx';
import { Pager } from '../../../components/Pager.tsx';
import { ReadAgain } from '../../intake/index.ts';
import tab from '../tab.module.css';
import { QuarantineTable } from './QuarantineTable.tsx';
import { RepairDialog } from './RepairDialog.tsx';
import { RepairedRows } from './RepairedRows.tsx';
import { RepairSheetMenu } from './RepairSheetMenu.tsx';
import { RepairSheetNotices } from './RepairSheetNotices.tsx';
import { useExportQuarantine } from './useExportQuarantine.ts';
import { useRepairSheet } from './useRepairSheet.ts';

const pageSize = 100;

/** The rows that could not be read, as they stood in the file, with the reason; each can be repaired. */
export function Quarantine({ dataset }: { dataset: Dataset }) {
  const { t } = useWords();
  const [wanted, setOffset] = useState(0);
  const [open, setOpen] = useState<PlacedRow | null>(null);
  const exporting = useExportQuarantine(dataset);
  const sheet = useRepairSheet(dataset);
  // The last page may have been repaired away.
  const lastPage = Math.max(0, Math.ceil(dataset.quarantined / pageSize) - 1) * pageSize;
  const offset = Math.min(wanted, lastPage);
  const params = { dataset: dataset.id, offset, limit: pageSize };
  const page = useQuery({
    queryKey: [...keys.datasets, 'quarantine', dataset.version, params],
    queryFn: ({ signal }) => engine.call('datasets.quarantine', params, { signal }),
    enabled: dataset.quarantined > 0,
    placeholderData: keepPreviousData,
  });
  const repaired = dataset.repaired ?? [];
  if (dataset.quarantined === 0 && repaired.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title={t('data.quarantine.emptyTitle')}>
        {t('data.quarantine.emptyBody', { file: dataset.file, rows: formatCount(dataset.rows) })}
      </EmptyState>
    );
  }
  if (page.isError) return <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />;
  const shown = dataset.quarantined === 0 ? { rows: [], total: 0 } : page.data;
  if (!shown) return null;
  const { rows, total } = shown;
  return (
    <div className={tab['tab']}>
      <div className={tab['tools']}>
        <span className={tab['quiet']}>
          {t('data.quarantine.caption', { count: total, rows: formatCount(total), loaded: formatCount(dataset.rows) })}
        </span>
        <span className={tab['end']} />
        {!dataset.derived && <ReadAgain dataset={dataset} small />}
        {total > 0 && <RepairSheetMenu dataset={dataset} work={sheet} onStart={exporting.reset} />}
        <Button
          size="small"
          loading={exporting.isPending}
          disabled={total === 0}
          icon={<FileDown size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => {
            sheet.forget();
            exporting.mutate();
          }}
        >
          {t('data.quarantine.export')}
        </Button>
      </div>
      {exporting.isError && <ErrorNotice error={exporting.error} />}
      {exporting.data && (
        <ExportedFile
          token={exporting.data.token}
          sentence={t('data.quarantine.exported', {
            file: exporting.data.file,
            rows: formatCount(exporting.data.rows),
          })}
        />
      )}
      <RepairSheetNotices work={sheet} />
      {total > 0 && <QuarantineTable rows={rows} onRepair={setOpen} />}
      <Pager offset={offset} total={total} size={pageSize} onMove={setOffset} />
      {repaired.length > 0 && <RepairedRows dataset={dataset} repaired={repaired} />}
      {open && <RepairDialog dataset={dataset} row={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
