import { z } from 'zod';
import { recipeStepSchema } from './steps.ts';

export const mostRecipeSteps = 200;

/** Steps that clean a dataset. `table` is never changed: what the steps make of it becomes the dataset `output`. */
export const recipeDefinitionSchema = z
  .strictObject({
    table: z.string().min(1),
    output: z.string().min(1).max(200),
    steps: z.array(recipeStepSchema).max(mostRecipeSteps),
  })
  .meta({ id: 'RecipeDefinition' });
export type RecipeDefinition = z.infer<typeof recipeDefinitionSchema>;
