import i18next from 'i18next';
import { type EngineEvent, engineEventSchema, type ShellEvent, shellEventSchema } from '#shared/contract/index.ts';
import { announce } from '../announce.ts';
import { retryUnsaved } from '../definitions/drafts.ts';
import { engine, shell } from '../ports/clients.ts';
import { showPreferences } from '../preferences/usePreferences.ts';
import { saveAndClose } from '../workspace/closing.ts';
import { followWorkspace } from '../workspace/useWorkspace.ts';
import { queryClient } from './client.ts';
import { keys } from './keys.ts';

const invalidate = (queryKey: readonly string[]) => void queryClient.invalidateQueries({ queryKey });

function onEngineEvent(event: EngineEvent): void {
  switch (event.type) {
    case 'dataChanged':
      invalidate(keys.datasets);
      invalidate(keys.results);
      return;
    case 'definitionsChanged':
      invalidate(keys.definitions);
      return;
    case 'workspaceChanged':
      // An engine that dies before it has answered is followed by another, which says so again.
      followWorkspace().catch(() => undefined);
      return;
  }
}

function onShellEvent(event: ShellEvent): void {
  switch (event.type) {
    case 'closing':
      void saveAndClose();
      return;
    case 'preferencesChanged':
      showPreferences(event.preferences);
      return;
    case 'engineRestarted':
      invalidate(keys.engine);
      if (event.reopened) {
        retryUnsaved();
        announce({ text: i18next.t('common.frame.restarted'), seconds: 6 });
      } else announce({ text: i18next.t('common.frame.restartedLost'), tone: 'warning', seconds: 10 });
      return;
    case 'command':
      // The commands hear these themselves.
      return;
  }
}

/** Keeps what is on screen true to what the engine and main announce, as long as the window is there. */
export function followEvents(): void {
  engine.onEvent((raw) => {
    const event = engineEventSchema.safeParse(raw);
    if (event.success) onEngineEvent(event.data);
  });
  shell.onEvent((raw) => {
    const event = shellEventSchema.safeParse(raw);
    if (event.success) onShellEvent(event.data);
  });
}
