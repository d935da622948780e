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
      void opened();
      return;
  }
}

/** A workspace was opened or closed. The same one, open again with another engine, keeps what the user is at. */
async function opened(): Promise<void> {
  // A call that the engine died on is made once more, to the one that has taken its place.
  const isOther = await followWorkspace()
    .catch(() => followWorkspace())
    .catch(() => false);
  if (isOther) return;
  invalidate(keys.engine);
  retryUnsaved();
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
      if (event.reopened) {
        void opened();
        announce({ text: i18next.t('common.frame.restarted'), seconds: 6 });
      } else {
        // What could not be saved is kept, in case the workspace is opened again by hand.
        invalidate(keys.engine);
        announce({ text: i18next.t('common.frame.restartedLost'), tone: 'warning', seconds: 10 });
      }
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
