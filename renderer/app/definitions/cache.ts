import type { Definition } from '#shared/contract/index.ts';
import { queryClient } from '../query/client.ts';
import { keys } from '../query/keys.ts';

/** Puts a definition that the engine has just answered into the list that is on screen. */
export function putDefinition(saved: Definition): void {
  queryClient.setQueryData<Definition[]>(keys.definitions, (list) => {
    if (!list) return list;
    const at = list.findIndex((each) => each.id === saved.id);
    return at < 0 ? [...list, saved] : list.with(at, saved);
  });
}

/** Takes a definition out of the list that is on screen. */
export function takeDefinition(id: string): void {
  queryClient.setQueryData<Definition[]>(keys.definitions, (list) => list?.filter((each) => each.id !== id));
}

/** Reads the list again. */
export function refreshDefinitions(): void {
  void queryClient.invalidateQueries({ queryKey: keys.definitions });
}
