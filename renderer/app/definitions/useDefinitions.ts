import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Definition, DefinitionKind, DefinitionOf } from '#shared/contract/index.ts';
import type { Saving } from '../../components/SaveState.tsx';
import { engine } from '../ports/clients.ts';
import { keys } from '../query/keys.ts';
import { putDefinition, refreshDefinitions, takeDefinition } from './cache.ts';
import { dropDraft, refuseEdits, settle, useDrafts } from './drafts.ts';

/** The definitions of a kind, or all, as they are on screen: saved ones, with changes not yet saved laid over them. `enabled` false: no workspace is open to ask. */
export function useDefinitions<K extends DefinitionKind = DefinitionKind>(kind?: K, enabled = true) {
  const list = useQuery({
    queryKey: keys.definitions,
    queryFn: ({ signal }) => engine.call('definitions.list', {}, { signal }),
    enabled,
    structuralSharing: asKnown,
  });
  const drafts = useDrafts((state) => state.drafts);
  const definitions = useMemo(
    () =>
      list.data
        ?.map((each) => drafts[each.id]?.definition ?? each)
        .filter((each): each is DefinitionOf<K> => kind === undefined || each.kind === kind),
    [list.data, drafts, kind],
  );
  return { definitions, isError: list.isError, error: list.error, refetch: list.refetch };
}

/**
 * Definitions that were read again in the version already known stay the same objects, so that what shows them need not be
 * drawn again. By version, because comparing all that they say takes longer than reading it.
 */
function asKnown(before: unknown, now: unknown): unknown {
  const known = new Map((before as Definition[] | undefined)?.map((each) => [each.id, each]));
  return (now as Definition[]).map((each) => {
    const same = known.get(each.id);
    return same?.version === each.version && same.savedAt === each.savedAt ? same : each;
  });
}

/** Whether a definition is kept, and what went wrong if it could not be. */
export function useSaving(id: string | undefined) {
  const draft = useDrafts((state) => (id ? state.drafts[id] : undefined));
  const error = useDrafts((state) => (id ? state.errors[id] : undefined));
  const state: Saving = draft?.saving ? 'saving' : draft ? 'unsaved' : 'saved';
  return { state, error };
}

type CreateParams = Parameters<typeof engine.call<'definitions.create'>>[1];

/** Makes a definition and shows it. */
export async function createDefinition(params: CreateParams): Promise<Definition> {
  const created = await engine.call('definitions.create', params);
  putDefinition(created);
  return created;
}

/**
 * Deletes a definition. All that was done to it before is kept first where it can be, so that undo brings that back too: also
 * what is done while an earlier edit is being saved. From then on it takes no edits, unless it cannot be deleted.
 */
export async function removeDefinition(id: string): Promise<void> {
  await settle(id);
  const release = refuseEdits(id);
  try {
    await engine.call('definitions.remove', { id });
    dropDraft(id);
    takeDefinition(id);
  } finally {
    release();
  }
  refreshDefinitions();
}

/** The first of "name", "name 2" … that no definition has yet. */
export function freeName(
  taken: readonly { name: string }[],
  first: string,
  numbered: (number: number) => string,
): string {
  const names = new Set(taken.map((each) => each.name));
  let name = first;
  for (let number = 2; names.has(name); number++) name = numbered(number);
  return name;
}
