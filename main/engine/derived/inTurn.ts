import type { Workspace } from '../workspace/index.ts';

const last = new WeakMap<Workspace, Promise<unknown>>();

/** One after the other in a workspace: two at once would make the same next version of a dataset. */
export function inTurn<T>(workspace: Workspace, work: () => Promise<T>): Promise<T> {
  const before = last.get(workspace) ?? Promise.resolve();
  const mine = before.then(work, work);
  last.set(
    workspace,
    mine.catch(() => undefined),
  );
  return mine;
}
