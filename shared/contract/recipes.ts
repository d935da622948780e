import { z } from 'zod';
import { datasetSchema } from '../intake/index.ts';
import {
  clusteringSchema,
  clusterMethodSchema,
  recipeDefinitionSchema,
  recipePreviewSchema,
  recipeResultSchema,
} from '../recipes/index.ts';
import { progressSchema } from './common.ts';
import type { Contract } from './method.ts';

export const recipesContract = {
  /**
   * What the first `upTo` steps of a recipe do, saved or not (null: all). A step that does not fit is told in its result
   * and passed over. What was looked at once is not computed again as long as the table and the steps up to it are the same.
   */
  'recipes.preview': {
    params: z.strictObject({ definition: recipeDefinitionSchema, upTo: z.number().int().nonnegative().nullable() }),
    result: recipePreviewSchema,
    progress: progressSchema,
  },
  /**
   * Makes the dataset of a saved recipe, or its next version: all of it or, on any failure and on cancel, nothing.
   * `misfits`: a step that does not fit fails with its reason (`refuse`) or is passed over and told (`skip`).
   */
  'recipes.apply': {
    params: z.strictObject({ id: z.string(), misfits: z.enum(['refuse', 'skip']) }),
    result: z.strictObject({ dataset: datasetSchema, result: recipeResultSchema }),
    progress: progressSchema,
  },
  /**
   * Values of a text field that may be one, in the rows after the first `upTo` steps (null: all). `valuesWithheld` for
   * fields that identify people.
   */
  'recipes.clusters': {
    params: z.strictObject({
      definition: recipeDefinitionSchema,
      upTo: z.number().int().nonnegative().nullable(),
      field: z.string().min(1),
      method: clusterMethodSchema,
    }),
    result: clusteringSchema,
    progress: progressSchema,
  },
} satisfies Contract;

export const derivedContract = {
  /**
   * Computes a stale dataset anew, after the stale ones it is made from; what is made from it follows. Of a dataset that is
   * not derived, what is made from it. Returns those that were computed, in order; fails with the first that cannot be.
   */
  'derived.refresh': {
    params: z.strictObject({ dataset: z.string() }),
    result: z.array(datasetSchema),
    progress: progressSchema,
  },
} satisfies Contract;
