import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CallProgress } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { engine, shell } from '../../../app/ports/clients.ts';

/** Writing the quarantine as a repair sheet, and taking a mended one in; each is null where the user chose no file. */
export function useRepairSheet(dataset: Dataset) {
  const { t } = useWords();
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const exporting = useMutation({
    mutationFn: (reason: string) => {
      const name = `${dataset.name} ${t('data.repairSheet.name')}`;
      return shell.call('shell.exportRepairSheet', { name, dataset: dataset.id, reason });
    },
  });
  const reading = useMutation({
    mutationFn: async () => {
      const file = await shell.call('shell.chooseRepairSheet', {});
      if (file === null) return null;
      abort.current = new AbortController();
      const options = { signal: abort.current.signal, onProgress: setProgress };
      return engine.call('datasets.repairFromSheet', { dataset: dataset.id, file: file.token }, options);
    },
    onSettled: () => setProgress(null),
  });
  // What is said of an earlier one would stand beside what is said of this.
  const forget = () => {
    exporting.reset();
    reading.reset();
  };
  return { exporting, reading, progress, forget, cancel: () => abort.current?.abort() };
}

export type RepairSheetWork = ReturnType<typeof useRepairSheet>;
