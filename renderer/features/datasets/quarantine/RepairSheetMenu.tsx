import { Button, Dropdown } from 'antd';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { ReasonDialog } from '../../../components/ReasonDialog.tsx';
import type { RepairSheetWork } from './useRepairSheet.ts';

interface Props {
  dataset: Dataset;
  work: RepairSheetWork;
  /** Before one is written or taken in. */
  onStart(): void;
}

/** Many rows at once: out into a workbook, mended in a spreadsheet, and back. */
export function RepairSheetMenu({ dataset, work, onStart }: Props) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { exporting, reading } = work;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'export', label: t('data.repairSheet.export') },
            { key: 'read', label: t('data.repairSheet.read') },
          ],
          onClick: ({ key }) => {
            onStart();
            work.forget();
            if (key === 'export') setAsking(true);
            else reading.mutate();
          },
        }}
      >
        <Button
          size="small"
          loading={exporting.isPending || reading.isPending}
          icon={<FileSpreadsheet size={14} strokeWidth={1.75} aria-hidden />}
        >
          {t('data.repairSheet.menu')}
        </Button>
      </Dropdown>
      {asking && (
        <ReasonDialog
          title={t('data.repairSheet.title')}
          body={t('data.repairSheet.body', {
            count: dataset.quarantined,
            rows: formatCount(dataset.quarantined),
          })}
          confirm={t('data.repairSheet.confirm')}
          onConfirm={(reason) => exporting.mutateAsync(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
