import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CallProgress } from '#shared/contract/index.ts';
import type { ExportRequest } from '#shared/exports/index.ts';
import { shell } from '../../../app/ports/clients.ts';

/** Writing a file whose place the user chooses; null where they chose none. */
export function useExport() {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const writing = useMutation({
    mutationFn: ({ name, request }: { name: string; request: ExportRequest }) => {
      abort.current = new AbortController();
      const options = { signal: abort.current.signal, onProgress: setProgress };
      return shell.call('shell.exportDataset', { name, request }, options);
    },
    onSettled: () => setProgress(null),
  });
  return { ...writing, progress, cancel: () => abort.current?.abort() };
}
