import { useQuery } from '@tanstack/react-query';
import { engine, shell } from '../ports/clients.ts';
import { queryClient } from '../query/client.ts';
import { keys } from '../query/keys.ts';
import { finishWorkspace, forgetWorkspace } from './switches.ts';

/** The open workspace, or null. */
export function useWorkspace() {
  return useQuery({
    queryKey: keys.workspace,
    queryFn: ({ signal }) => engine.call('workspace.current', {}, { signal }),
  });
}

/** After a workspace was opened or closed: nothing of the one before may stay on screen. */
export async function workspaceSwitched(): Promise<void> {
  forgetWorkspace();
  const current = await engine.call('workspace.current', {});
  queryClient.removeQueries({ queryKey: keys.engine, predicate: (query) => query.queryKey !== keys.workspace });
  queryClient.setQueryData(keys.workspace, current);
  void queryClient.invalidateQueries({ queryKey: keys.shellState });
}

/** Closes the open workspace and shows the start screen. */
export async function closeWorkspace(): Promise<void> {
  await finishWorkspace();
  await shell.call('shell.closeWorkspace', {});
  await workspaceSwitched();
}
