import type { Provenance } from '#shared/contract/index.ts';
import { staleness } from '#shared/derived/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { Playbook } from '#shared/playbook/index.ts';
import type { RecipeDefinition, RecipeStepResult } from '#shared/recipes/index.ts';
import type { DeriveContext } from '../derived/index.ts';
import { applyRecipe, previewRecipe } from '../recipes/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Computed } from './outcome.ts';

type NamedRecipe = Playbook['recipes'][number];

/** Recipes in an order in which each comes after the one that makes its table. */
export function inOrder(recipes: readonly NamedRecipe[]): NamedRecipe[] {
  const order = new Set<NamedRecipe>();
  const visit = (recipe: NamedRecipe, within: readonly NamedRecipe[]): void => {
    if (order.has(recipe) || within.includes(recipe)) return;
    for (const other of recipes) if (other.output === recipe.table) visit(other, [...within, recipe]);
    order.add(recipe);
  };
  for (const recipe of recipes) visit(recipe, []);
  return [...order];
}

/** Makes the dataset of a recipe that was saved, unless that is there already, from the same table and by the same steps. */
export async function runRecipe(
  workspace: Workspace,
  name: string,
  body: RecipeDefinition,
  context: DeriveContext,
): Promise<Computed & { provenance: Provenance }> {
  const onProgress = (share: number) => context.progress?.({ stage: 'counting', share });
  const { steps } = await previewRecipe(workspace, body, null, { signal: context.signal, onProgress });
  const { result, provenance } = await applyRecipe(workspace, name, 'refuse', context, isCurrent(workspace, body));
  const told = steps.map((step, i) => ({ kind: body.steps[i]?.kind ?? '', ...summaryOf(step) }));
  return { result: { ...result, steps: told }, provenance };
}

function isCurrent({ catalogue }: Workspace, { output }: RecipeDefinition): Dataset | undefined {
  const made = catalogue.datasets.find(output);
  const stale = made?.derived && staleness(made, catalogue.datasets.list(), catalogue.definitions.list());
  return stale?.length === 0 ? made : undefined;
}

/** Without its sample: results hold counts and no cell. */
function summaryOf({ status, rowsAfter, changedCells, columns }: RecipeStepResult) {
  return { status, rows: rowsAfter, changedCells, columns };
}
