import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { DoneLine } from '../../../components/DoneLine.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ExportedFile } from '../../../components/ExportedFile.tsx';
import { ProgressLine } from '../../../components/ProgressLine.tsx';
import type { RepairSheetWork } from './useRepairSheet.ts';

/** What came of a repair sheet that was written or taken in. */
export function RepairSheetNotices({ work }: { work: RepairSheetWork }) {
  const { t } = useWords();
  const { exporting, reading, progress, cancel } = work;
  const read = reading.data;
  return (
    <>
      {exporting.data && read === undefined && (
        <ExportedFile
          token={exporting.data.token}
          sentence={t('data.repairSheet.exported', {
            file: exporting.data.file,
            count: exporting.data.rows,
            rows: formatCount(exporting.data.rows),
          })}
        />
      )}
      {reading.isPending && <ProgressLine progress={progress} title={t('data.repairSheet.taking')} onCancel={cancel} />}
      {reading.isError && <ErrorNotice error={reading.error} />}
      {read && (
        <DoneLine>
          {read.repaired === 0
            ? t('data.repairSheet.nothing')
            : t('data.repairSheet.done', {
                count: read.repaired,
                rows: formatCount(read.repaired),
                left: formatCount(read.dataset.quarantined),
              })}
        </DoneLine>
      )}
    </>
  );
}
