import type { Dataset } from '#shared/intake/index.ts';
import type { RecipeStep, RecipeStepResult } from '#shared/recipes/index.ts';
import { tableName } from '../datasets/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** Results of steps by the table's version, its classes, and the steps up to and with each: nothing here goes stale. */
const knownOf = new WeakMap<Workspace, Map<string, RecipeStepResult>>();
const kept = 500;

/** While one step is edited, those before it are not computed again. */
export function recallOf(workspace: Workspace, source: Dataset, steps: readonly RecipeStep[]) {
  const known = knownOf.get(workspace) ?? new Map<string, RecipeStepResult>();
  knownOf.set(workspace, known);
  const classes = source.fields.map(({ sensitivity }) => sensitivity);
  const bare = steps.map(({ id: _, ...step }) => step);
  return async (at: number, look: () => Promise<RecipeStepResult>): Promise<RecipeStepResult> => {
    const key = JSON.stringify([tableName(source), classes, bare.slice(0, at + 1)]);
    const result = known.get(key) ?? (await look());
    known.delete(key);
    known.set(key, result);
    for (const [oldest] of known) {
      if (known.size <= kept) break;
      known.delete(oldest);
    }
    return result;
  };
}
