import type { DefinitionOf } from '#shared/contract/index.ts';
import { definitionOf } from '#shared/derived/index.ts';
import type { Dataset } from '#shared/intake/index.ts';

/** The dataset that a recipe made; undefined where it made none yet. */
export function madeBy(
  recipe: DefinitionOf<'recipe'>,
  recipes: readonly DefinitionOf<'recipe'>[],
  datasets: readonly Dataset[],
): Dataset | undefined {
  return datasets.find(
    (dataset) => dataset.derived?.kind === 'recipe' && definitionOf(dataset, recipes)?.id === recipe.id,
  );
}
