import { useQuery } from '@tanstack/react-query';
import type { Definition, Step } from '#shared/contract/index.ts';
import { useDrafts } from '../definitions/drafts.ts';
import { engine } from '../ports/clients.ts';
import { keys } from '../query/keys.ts';
import { useUnfinished } from './unfinished.ts';

/** Under which the history is kept of what is on screen, in the version that is shown. */
export const historyKey = (definition: string | null, version: number) =>
  [...keys.definitions, 'history', definition, version] as const;

interface History {
  undo: Step | null;
  redo: Step | null;
}

/** What undo and redo would do while `shown` is on screen. Read again with every change of a definition. */
export function useHistory(shown: Definition | undefined, open: boolean): History {
  const definition = shown?.id ?? null;
  const version = shown?.version ?? 0;
  const unsaved = useDrafts((state) => definition !== null && state.drafts[definition] !== undefined);
  const unfinished = useUnfinished((state) => definition !== null && state[definition] !== undefined);
  // A change that is not saved yet will be a step by the time it is undone, and then ends redo.
  const edited: Step | null = shown
    ? { definition: shown.id, kind: shown.kind, name: shown.name, what: 'edited' }
    : null;
  const { data } = useQuery({
    queryKey: historyKey(definition, version),
    queryFn: ({ signal }): Promise<History> => engine.call('history.state', { definition }, { signal }),
    enabled: open,
    // Between a change's being saved and the engine's saying so here, undo must not go away under the pointer.
    placeholderData: (before, query) => {
      const [ofBefore, versionBefore] = query?.queryKey.slice(-2) ?? [];
      return ofBefore === definition && Number(versionBefore) < version ? { undo: edited, redo: null } : before;
    },
  });
  const kept = open && data ? data : { undo: null, redo: null };
  if (!(unsaved || unfinished)) return kept;
  return { undo: edited, redo: unsaved ? null : kept.redo };
}
