import { useMutation } from '@tanstack/react-query';
import type { Dataset } from '#shared/intake/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { shell } from '../../../app/ports/clients.ts';

/** Writes the quarantine to a place that the user chooses; null where they chose none. */
export function useExportQuarantine(dataset: Dataset) {
  const { t } = useWords();
  return useMutation({
    mutationFn: () =>
      shell.call('shell.exportQuarantine', {
        name: `${dataset.name} ${t('data.tabs.quarantine')}`,
        dataset: dataset.id,
      }),
  });
}
