import { tableOf } from '#engine/datasets/index.ts';
import { applyRecipe, previewRecipe } from '#engine/recipes/index.ts';
import { identifier, join, sql } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import {
  type RecipeDefinition,
  type RecipePreview,
  type RecipeResult,
  recipeDefinitionSchema,
} from '#shared/recipes/index.ts';
import type { Cell, Known } from './table.ts';

export const recipe = (steps: readonly object[], table = 'raw', output = 'clean'): RecipeDefinition =>
  recipeDefinitionSchema.parse({ table, output, steps });

let made = 0;

/** Looks at a recipe of a table, and applies it, passing over what does not fit. Everything goes again. */
export async function cook(
  workspace: Workspace,
  source: Dataset,
  steps: readonly Known[],
): Promise<{ preview: RecipePreview; result: RecipeResult; dataset: Dataset; rows: Cell[][] }> {
  const name = `r${made++}`;
  const bare = steps.map(({ of: _, makes: __, needs: ___, ...step }) => step);
  const body: RecipeDefinition = { table: source.name, output: `${name} out`, steps: bare };
  workspace.catalogue.definitions.create('recipe', name, body);
  const preview = await previewRecipe(workspace, body, null);
  const { dataset, result } = await applyRecipe(workspace, name, 'skip', {});
  return { preview, result, dataset, rows: await rowsOf(workspace, dataset) };
}

/** Every row of a dataset in the order of its table. */
export async function rowsOf({ warehouse }: Workspace, dataset: Dataset): Promise<Cell[][]> {
  const columns = dataset.fields.map(({ name }) => identifier(name));
  const rows: Cell[][] = [];
  await warehouse.stream(sql`SELECT ${join(columns, ', ')} FROM ${tableOf(dataset)} ORDER BY rowid`, async (some) => {
    rows.push(...some.map((row) => [...row]));
  });
  return rows;
}
