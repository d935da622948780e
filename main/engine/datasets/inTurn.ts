import type { Workspace } from '../workspace/index.ts';

const last = new WeakMap<Workspace, Map<string, Promise<unknown>>>();

/** One after the other for what is named: two at once would make the same next version of a dataset. */
export function inTurn<T>(workspace: Workspace, what: string, work: () => Promise<T>): Promise<T> {
  const running = last.get(workspace) ?? new Map<string, Promise<unknown>>();
  last.set(workspace, running);
  const mine = (running.get(what) ?? Promise.resolve()).then(work, work);
  // Whoever asked for it gets its error; the next one begins whatever became of it.
  const settled = mine
    .catch(() => undefined)
    .finally(() => {
      if (running.get(what) === settled) running.delete(what);
    });
  running.set(what, settled);
  return mine;
}
