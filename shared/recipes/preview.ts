import { z } from 'zod';
import { wireErrorSchema } from '../errors/index.ts';
import { fieldTypeSchema } from '../intake/index.ts';
import { sensitivitySchema } from '../privacy/sensitivity.ts';

const count = z.number().int().nonnegative();
const cells = z.array(z.string().nullable());

export const recipeFieldSchema = z.strictObject({
  name: z.string(),
  type: fieldTypeSchema,
  sensitivity: sensitivitySchema,
});
export type RecipeField = z.infer<typeof recipeFieldSchema>;

/**
 * What one step does to the whole table. A step that is switched off, or that does not fit the columns before it
 * (`error` says why), is passed over: its `fields` and rows are those before it.
 */
export const recipeStepResultSchema = z.strictObject({
  status: z.enum(['done', 'off', 'misfit']),
  error: wireErrorSchema.nullable(),
  rowsBefore: count,
  rowsAfter: count,
  /** The columns after it. */
  fields: z.array(recipeFieldSchema),
  /** Cells whose value is another one after it, in columns that it kept; the sum of those of `columns`. */
  changedCells: count,
  /** Columns that the step changed or made. `unread`: cells that had a value and could not be read, so are empty. */
  columns: z.array(z.strictObject({ field: z.string(), changed: count, unread: count, added: z.boolean() })),
  /**
   * Some rows, masked by class: those that it changed or dropped, first in the file first. `before` and `after` name the
   * columns that the step is about; a row's `after` is null where it was dropped, its `before` where it is new. Where
   * rows become columns or columns rows, the first rows before it and the first after it, each with the other side null.
   */
  sample: z.strictObject({
    before: z.array(z.string()),
    after: z.array(z.string()),
    rows: z.array(
      z.strictObject({
        /** Its number in the file, from 1; null where rows were made anew. */
        row: count.nullable(),
        before: cells.nullable(),
        after: cells.nullable(),
      }),
    ),
  }),
});
export type RecipeStepResult = z.infer<typeof recipeStepResultSchema>;

/** What a recipe does, step by step. */
export const recipePreviewSchema = z.strictObject({
  /** The source, before any step. */
  rows: count,
  fields: z.array(recipeFieldSchema),
  /** One for each step that was asked for, in their order. */
  steps: z.array(recipeStepResultSchema),
});
export type RecipePreview = z.infer<typeof recipePreviewSchema>;

/** What an applied recipe came to. */
export const recipeResultSchema = z
  .strictObject({
    dataset: z.string(),
    version: z.number().int(),
    rowsBefore: count,
    rows: count,
    fields: z.array(recipeFieldSchema),
    /** By number from 1: what was passed over because it did not fit. */
    passedOver: z.array(z.strictObject({ step: count, error: wireErrorSchema })),
  })
  .meta({ id: 'RecipeResult' });
export type RecipeResult = z.infer<typeof recipeResultSchema>;
