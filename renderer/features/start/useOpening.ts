import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CallProgress } from '#shared/contract/index.ts';
import { shell } from '../../app/ports/clients.ts';
import { finishWorkspace } from '../../app/workspace/switches.ts';
import { followWorkspace } from '../../app/workspace/useWorkspace.ts';

export type Opening = { how: 'sample' | 'create' | 'open' } | { how: 'recent'; id: string };

async function ask(opening: Opening, onProgress: (progress: CallProgress) => void) {
  // Opening one workspace closes the one that is open.
  await finishWorkspace();
  switch (opening.how) {
    case 'sample':
      return shell.call('shell.openSample', {}, { onProgress });
    case 'create':
      return shell.call('shell.createWorkspace', {});
    case 'open':
      return shell.call('shell.openWorkspace', {});
    case 'recent':
      return shell.call('shell.openRecent', { id: opening.id });
  }
}

/** Opens a workspace in any of the ways there are; null means that the user closed the dialog. */
export function useOpening() {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const opening = useMutation({
    mutationFn: (how: Opening) => ask(how, setProgress),
    onSuccess: async (opened) => {
      if (opened) await followWorkspace();
    },
    onSettled: () => setProgress(null),
  });
  return { ...opening, progress };
}
