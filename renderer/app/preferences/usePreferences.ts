import { useQuery } from '@tanstack/react-query';
import type { Preferences } from '#shared/contract/index.ts';
import { shell } from '../ports/clients.ts';
import { queryClient } from '../query/client.ts';
import { keys } from '../query/keys.ts';

/** What main knows about this window: preferences, recent workspaces, versions. */
export function useShellState() {
  return useQuery({ queryKey: keys.shellState, queryFn: ({ signal }) => shell.call('shell.state', {}, { signal }) });
}

type ShellState = NonNullable<ReturnType<typeof useShellState>['data']>;

/** Shows preferences that main announced. */
export function showPreferences(preferences: Preferences): void {
  queryClient.setQueryData<ShellState>(keys.shellState, (old) => old && { ...old, preferences });
}

/** Changes a preference: shown at once, and put right again where it cannot be saved. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const state = queryClient.getQueryData<ShellState>(keys.shellState);
  if (!state) return;
  const preferences = { ...state.preferences, ...change };
  showPreferences(preferences);
  try {
    await shell.call('shell.setPreferences', preferences);
  } catch {
    showPreferences(state.preferences);
  }
}
