import { type EngineEvent, engineEventSchema, type ShellEvent, shellEventSchema } from '#shared/contract/index.ts';
import { retryUnsaved } from '../definitions/drafts.ts';
import { engine, shell } from '../ports/clients.ts';
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
      followWorkspace().catch(() => invalidate(keys.engine));
      return;
  }
}

/** What the user may be told of; that the window closes shows by itself, and commands are the registry's. */
type Announced = Exclude<ShellEvent, { type: 'closing' | 'command' }>;

/** Keeps what is cached true to what the engine and main announce. Returns how to stop. */
export function followEvents(onShellEvent: (event: Announced) => void): () => void {
  const stopEngine = engine.onEvent((raw) => {
    const event = engineEventSchema.safeParse(raw);
    if (event.success) onEngineEvent(event.data);
  });
  const stopShell = shell.onEvent((raw) => {
    const event = shellEventSchema.safeParse(raw);
    if (!event.success || event.data.type === 'command') return;
    if (event.data.type === 'closing') {
      void saveAndClose();
      return;
    }
    if (event.data.type === 'engineRestarted') {
      invalidate(keys.engine);
      if (event.data.reopened) retryUnsaved();
    }
    onShellEvent(event.data);
  });
  return () => {
    stopEngine();
    stopShell();
  };
}
