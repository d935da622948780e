import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { FileDown } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CallProgress, DefinitionOf } from '#shared/contract/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import { flush } from '../../app/definitions/drafts.ts';
import { formatBytes } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { shell } from '../../app/ports/clients.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ExportedFile } from '../../components/ExportedFile.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import styles from './ReportsArea.module.css';

/** Makes the PDF of a report, of what is on screen: it is saved first. */
export function ExportPanel({ report }: { report: DefinitionOf<'report'> }) {
  const { t } = useWords();
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const printing = useMutation({
    mutationFn: async () => {
      abort.current = new AbortController();
      await flush(report.id);
      return shell.call(
        'shell.exportReport',
        { id: report.id },
        { signal: abort.current.signal, onProgress: setProgress },
      );
    },
    onSettled: () => setProgress(null),
  });
  const empty = report.body.pages.length === 0;
  const failed = printing.isError && toAppError(printing.error).code !== 'cancelled';
  return (
    <div className={styles['export']}>
      <h2>{t('reports.exportPanel')}</h2>
      <p className={styles['quiet']}>{t(empty ? 'reports.nothingToExport' : 'reports.exportHint')}</p>
      <Button
        type="primary"
        disabled={empty || printing.isPending}
        icon={<FileDown size={15} strokeWidth={1.75} aria-hidden />}
        onClick={() => printing.mutate()}
      >
        {t('reports.export')}
      </Button>
      {printing.isPending && progress && <ProgressLine progress={progress} onCancel={() => abort.current?.abort()} />}
      {failed && <ErrorNotice error={printing.error} />}
      {printing.data && (
        <ExportedFile
          token={printing.data.token}
          sentence={t('reports.exported', { file: printing.data.file, size: formatBytes(printing.data.bytes) })}
        />
      )}
    </div>
  );
}
