import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';

/**
 * The dataset that a recipe made: one that says so or, where the recipe was renamed since, the one of its result's name that
 * no recipe claims. The engine finds the place of the next version in the same way.
 */
export function madeBy(
  recipe: DefinitionOf<'recipe'>,
  recipes: readonly DefinitionOf<'recipe'>[],
  datasets: readonly Dataset[],
): Dataset | undefined {
  const made = datasets.filter(({ derived }) => derived?.kind === 'recipe');
  const own = made.find(({ derived }) => derived?.definition === recipe.name);
  const claimed = new Set(recipes.map(({ name }) => name));
  return (
    own ?? made.find(({ name, derived }) => name === recipe.body.output && !claimed.has(derived?.definition ?? ''))
  );
}
