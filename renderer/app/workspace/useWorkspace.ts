import { useQuery } from '@tanstack/react-query';
import type { EngineContract, Result } from '#shared/contract/index.ts';
import { engine, shell } from '../ports/clients.ts';
import { queryClient } from '../query/client.ts';
import { keys } from '../query/keys.ts';
import { finishWorkspace, forgetWorkspace } from './switches.ts';

type Current = Result<EngineContract, 'workspace.current'>;

/** The id of the one on screen, null for none; undefined until the engine has said it for the first time. */
let onScreen: string | null | undefined;

/** The open workspace, or null. */
export function useWorkspace() {
  return useQuery({
    queryKey: keys.workspace,
    queryFn: async ({ signal }): Promise<Current> => {
      const current = await engine.call('workspace.current', {}, { signal });
      if (onScreen === undefined) onScreen = current?.id ?? null;
      return current;
    },
  });
}

/**
 * Shows the workspace that the engine has open, and leaves nothing of the one that was on screen. Both the engine's event and the
 * answer to whoever opened it lead here, in any order: the first does it, so that the second cannot undo what the user did in
 * between, nor read all of it again. Returns false where it is on screen already.
 */
export async function followWorkspace(): Promise<boolean> {
  const current = await engine.call('workspace.current', {});
  const id = current?.id ?? null;
  if (id === onScreen) return false;
  onScreen = id;
  forgetWorkspace();
  queryClient.removeQueries({ queryKey: keys.engine, predicate: (query) => query.queryKey !== keys.workspace });
  queryClient.setQueryData(keys.workspace, current);
  void queryClient.invalidateQueries({ queryKey: keys.shellState });
  return true;
}

/** Closes the open workspace and shows the start screen. */
export async function closeWorkspace(): Promise<void> {
  await finishWorkspace();
  await shell.call('shell.closeWorkspace', {});
  await followWorkspace();
}
