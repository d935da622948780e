import { useMutation, useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { Dataset, PlacedRow, RepairCell } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { engine } from '../../../app/ports/clients.ts';
import { keys } from '../../../app/query/keys.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../../components/ProgressLine.tsx';
import { leftOver, stillOf } from './cells.ts';
import styles from './RepairDialog.module.css';
import { RepairFields } from './RepairFields.tsx';
import { useDetail } from './useDetail.ts';

interface Props {
  dataset: Dataset;
  row: PlacedRow;
  onClose(): void;
}

/** One quarantined row, cell by cell: what the line has for each field, to be put right and taken into the dataset. */
export function RepairDialog({ dataset, row, onClose }: Props) {
  const { t } = useWords();
  const detailOf = useDetail();
  const [cells, setCells] = useState<readonly RepairCell[] | null>(null);
  // What is on screen is of the version that was opened, whatever is announced meanwhile.
  const [wanted] = useState({ dataset: dataset.id, version: dataset.version, row: row.row });
  const form = useQuery({
    queryKey: [...keys.engine, 'repairForm', wanted],
    queryFn: ({ signal }) => engine.call('datasets.repairForm', wanted, { signal }),
    gcTime: 0,
  });
  const repairing = useMutation({
    mutationFn: (taken: readonly RepairCell[]) => engine.call('datasets.repair', { ...wanted, cells: [...taken] }),
  });
  const done = repairing.data?.kind === 'repaired';
  useEffect(() => {
    if (done) onClose();
  }, [done, onClose]);
  const shown = cells ?? form.data?.cells;
  const refused = repairing.data?.kind === 'refused' ? repairing.data.faults : null;
  const judged = refused ? repairing.variables : form.data?.cells;
  const faults = stillOf(refused ?? form.data?.faults ?? [], judged ?? [], shown ?? []);
  const detail = detailOf(row);
  const left = form.data && shown ? leftOver(shown, form.data) : [];
  return (
    <Modal
      open
      title={t('data.repair.title', { line: row.line })}
      okText={t('data.repair.accept')}
      okButtonProps={{ disabled: !shown || repairing.isPending }}
      width={720}
      centered
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onOk={() => shown && repairing.mutate(shown)}
      onCancel={onClose}
    >
      <div className={styles['body']}>
        <p className={styles['why']}>
          {t(`data.quarantine.reasons.${row.reason}`)}
          {row.column !== null && ` · ${row.column}`}
          {detail !== '' && ` · ${detail}`}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
        <section className={styles['line']} aria-label={t('data.quarantine.text')} tabIndex={0}>
          {row.text}
        </section>
        {form.isError && <ErrorNotice error={form.error} />}
        {form.data && shown && (
          <RepairFields dataset={dataset} form={form.data} cells={shown} faults={faults} onCells={setCells} />
        )}
        {left.length > 0 && (
          <p className={styles['left']} role="status">
            {t('data.repair.left', { values: left.join(t('data.repair.comma')) })}
          </p>
        )}
        {repairing.isPending && <ProgressLine progress={null} title={t('data.repair.taking')} />}
        {repairing.isError && <ErrorNotice error={repairing.error} />}
        <p className={styles['note']}>{t('data.repair.note')}</p>
      </div>
    </Modal>
  );
}
