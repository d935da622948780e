import { create } from 'zustand';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { FunnelStep } from '#shared/funnels/index.ts';
import { edit } from '../../../app/definitions/drafts.ts';
import { setUnfinished } from '../../../app/history/unfinished.ts';
import { onWorkspaceSwitch } from '../../../app/workspace/switches.ts';
import { type EditStep, toEdit, toStep } from './draft.ts';

interface Entry {
  readonly steps: readonly EditStep[];
  /** The steps it was read from or written to last: others mean that they changed elsewhere. */
  readonly written: string;
}

/** Steps as they are edited, with what is not complete yet, by funnel. */
const useEntries = create<{ entries: Readonly<Record<string, Entry>> }>()(() => ({ entries: {} }));

onWorkspaceSwitch(() => useEntries.setState({ entries: {} }));

const put = (id: string, entry: Entry) =>
  useEntries.setState(({ entries }) => ({ entries: { ...entries, [id]: entry } }));

const read = ({ body }: DefinitionOf<'funnel'>): Entry => ({
  steps: toEdit(body.steps),
  written: JSON.stringify(body.steps),
});

/** The steps of a funnel as they are edited. */
export function useSteps(definition: DefinitionOf<'funnel'>): readonly EditStep[] {
  const entry = useEntries((state) => state.entries[definition.id]);
  if (entry && entry.written === JSON.stringify(definition.body.steps)) return entry.steps;
  const fresh = read(definition);
  // Not a change that anyone sees: the same steps, kept so that their ids last.
  queueMicrotask(() => put(definition.id, fresh));
  return fresh.steps;
}

/** Changes the steps on screen and saves those of them that are complete. */
export function changeSteps(
  definition: DefinitionOf<'funnel'>,
  change: (steps: readonly EditStep[]) => readonly EditStep[],
): void {
  const entry = useEntries.getState().entries[definition.id] ?? read(definition);
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

const completeOf = (steps: readonly EditStep[]): FunnelStep[] =>
  steps.map((step, i) => toStep(step, i + 1)).filter((step) => step !== null);
