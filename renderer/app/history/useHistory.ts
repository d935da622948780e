import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Definition, Step } from '#shared/contract/index.ts';
import { useDrafts } from '../definitions/drafts.ts';
import { engine } from '../ports/clients.ts';
import { keys } from '../query/keys.ts';
import { useUnfinished } from './unfinished.ts';

/** What undo and redo would do while `shown` is on screen. Read again with every change of a definition. */
export function useHistory(shown: Definition | undefined, open: boolean): { undo: Step | null; redo: Step | null } {
  const definition = shown?.id ?? null;
  const unsaved = useDrafts((state) => definition !== null && state.drafts[definition] !== undefined);
  const unfinished = useUnfinished((state) => definition !== null && state[definition] !== undefined);
  const { data } = useQuery({
    queryKey: [...keys.definitions, 'history', definition],
    queryFn: ({ signal }) => engine.call('history.state', { definition }, { signal }),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  const kept = open && data ? data : { undo: null, redo: null };
  if (!shown || !(unsaved || unfinished)) return kept;
  // What is not saved yet will be a step by the time it is undone, and then ends redo.
  const edited: Step = { definition: shown.id, kind: shown.kind, name: shown.name, what: 'edited' };
  return { undo: edited, redo: unsaved ? null : kept.redo };
}
