import { useMemo } from 'react';
import { create } from 'zustand';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { RecipeStep } from '#shared/recipes/index.ts';
import { edit } from '../../../app/definitions/drafts.ts';
import { setUnfinished } from '../../../app/history/unfinished.ts';
import { onWorkspaceSwitch } from '../../../app/workspace/switches.ts';
import { type EditStep, toEdit, toStep } from './draft.ts';

interface Entry {
  readonly steps: readonly EditStep[];
  /** The steps it was read from or written to last: others mean that they changed elsewhere. */
  readonly written: string;
}

/** Steps as they are edited, with those that are not complete yet, by recipe. */
const useEntries = create<{ entries: Readonly<Record<string, Entry>> }>()(() => ({ entries: {} }));

onWorkspaceSwitch(() => useEntries.setState({ entries: {} }));

const put = (id: string, entry: Entry) =>
  useEntries.setState(({ entries }) => ({ entries: { ...entries, [id]: entry } }));

const read = ({ body }: DefinitionOf<'recipe'>): Entry => ({
  steps: toEdit(body.steps),
  written: JSON.stringify(body.steps),
});

/** The entry of a recipe, unless its steps changed elsewhere since. */
function entryOf(definition: DefinitionOf<'recipe'>, entries: Readonly<Record<string, Entry>>): Entry {
  const entry = entries[definition.id];
  return entry?.written === JSON.stringify(definition.body.steps) ? entry : read(definition);
}

/** The steps of a recipe as they are edited. */
export function useSteps(definition: DefinitionOf<'recipe'>): readonly EditStep[] {
  const entry = useEntries(({ entries }) => entries[definition.id]);
  const { steps } = definition.body;
  return useMemo(() => (entry?.written === JSON.stringify(steps) ? entry.steps : toEdit(steps)), [entry, steps]);
}

/** Changes the steps on screen and saves those of them that are complete. */
export function changeSteps(
  definition: DefinitionOf<'recipe'>,
  change: (steps: readonly EditStep[]) => readonly EditStep[],
): void {
  const entry = entryOf(definition, useEntries.getState().entries);
  const steps = change(entry.steps);
  const complete = completeOf(steps);
  const written = JSON.stringify(complete);
  put(definition.id, { steps, written });
  // What was only begun is taken back by itself, before the edit before it is.
  const begun = written === entry.written && complete.length < steps.length;
  const takeBack = () => put(definition.id, { steps: toEdit(complete), written });
  setUnfinished(definition.id, begun ? takeBack : null);
  if (written !== entry.written) edit({ ...definition, body: { ...definition.body, steps: complete } });
}

/** Those of the steps that are complete, as they are saved. */
const completeOf = (steps: readonly EditStep[]): RecipeStep[] => steps.map(toStep).filter((step) => step !== null);
