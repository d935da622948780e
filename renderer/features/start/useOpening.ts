import { useMutation } from '@tanstack/react-query';
import i18next from 'i18next';
import { useRef, useState } from 'react';
import type { CallProgress } from '#shared/contract/index.ts';
import type { PlaybookFailure } from '#shared/playbook/index.ts';
import { announce } from '../../app/announce.ts';
import { shell } from '../../app/ports/clients.ts';
import { finishWorkspace } from '../../app/workspace/switches.ts';
import { followWorkspace } from '../../app/workspace/useWorkspace.ts';

export type Opening = { how: 'sample' | 'playbook' | 'create' | 'open' } | { how: 'recent'; id: string };

interface Opened {
  readonly name: string;
  /** What a playbook could not have done. */
  readonly failed?: readonly PlaybookFailure[];
}

interface Watching {
  readonly signal: AbortSignal;
  onProgress(progress: CallProgress): void;
}

async function ask(opening: Opening, watching: Watching): Promise<Opened | null> {
  // Opening one workspace closes the one that is open.
  await finishWorkspace();
  switch (opening.how) {
    case 'sample':
      return shell.call('shell.openSample', {}, watching);
    case 'playbook':
      return shell.call('shell.openPlaybook', {}, watching);
    case 'create':
      return shell.call('shell.createWorkspace', {});
    case 'open':
      return shell.call('shell.openWorkspace', {});
    case 'recent':
      return shell.call('shell.openRecent', { id: opening.id });
  }
}

/** How many of what failed are named; the rest is counted. */
const named = 3;

function sayFailed(failed: readonly PlaybookFailure[]): void {
  if (failed.length === 0) return;
  const locale = i18next.language === 'en' ? 'en' : 'zh';
  const first = failed
    .slice(0, named)
    .map(({ name, message }) => i18next.t('start.failedOne', { name, why: message[locale] }));
  const text = [i18next.t('start.failed', { count: failed.length }), ...first].join(' ');
  announce({ text, tone: 'warning', seconds: 20 });
}

/** Opens a workspace in any of the ways there are; null means that the user closed the dialog. */
export function useOpening() {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const opening = useMutation({
    mutationFn: (how: Opening) => {
      abort.current = new AbortController();
      return ask(how, { signal: abort.current.signal, onProgress: setProgress });
    },
    onSuccess: async (opened) => {
      if (opened) await followWorkspace();
      sayFailed(opened?.failed ?? []);
    },
    onSettled: () => setProgress(null),
  });
  return { ...opening, progress, cancel: () => abort.current?.abort() };
}
