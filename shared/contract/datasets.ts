import { z } from 'zod';
import { predicateSchema } from '../conditions/index.ts';
import {
  cellFaultSchema,
  datasetSchema,
  placedRowSchema,
  repairCellSchema,
  repairFormSchema,
} from '../intake/index.ts';
import { reasonSchema } from '../privacy/reason.ts';
import { sensitivitySchema } from '../privacy/sensitivity.ts';
import { done, nothing, progressSchema } from './common.ts';
import type { Contract } from './method.ts';

/**
 * One column of a page. Numbers that a double holds exactly travel as a typed array; everything else, whole numbers and
 * decimals among it, as text. `nulls[i]` is 1 where row i has no value.
 */
export const pageColumnSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), values: z.instanceof(Float64Array), nulls: z.instanceof(Uint8Array) }),
  z.strictObject({ kind: z.literal('text'), values: z.array(z.string()), nulls: z.instanceof(Uint8Array) }),
]);
export type PageColumn = z.infer<typeof pageColumnSchema>;

export const gridViewSchema = z.strictObject({
  dataset: z.string(),
  sort: z.array(z.strictObject({ field: z.string(), descending: z.boolean() })).max(8),
  filters: z.array(z.strictObject({ field: z.string(), test: predicateSchema })).max(64),
});
export type GridView = z.infer<typeof gridViewSchema>;

/** The most frequent values of a field as text, and how many rows of the table have each; `more`: there are others. */
const fieldValuesSchema = z.strictObject({
  values: z.array(z.strictObject({ value: z.string(), rows: z.number().int() })),
  more: z.boolean(),
});
export type FieldValues = z.infer<typeof fieldValuesSchema>;

/** A quarantined row of one version of a dataset. */
const quarantinedSchema = z.strictObject({ dataset: z.string(), version: z.number().int(), row: z.number().int() });

export const datasetsContract = {
  'datasets.list': { params: nothing, result: z.array(datasetSchema) },
  /** Deletes a dataset and its quarantine. */
  'datasets.remove': { params: z.strictObject({ dataset: z.string() }), result: done },
  /** Fixes a row order for a sort and filters, so that any page of it is quick. Opening another drops the one before. */
  'datasets.openView': {
    params: gridViewSchema,
    result: z.strictObject({ view: z.string(), rows: z.number().int() }),
    progress: progressSchema,
  },
  /** Rows `offset` to `offset + limit` of a view; `fields` picks and orders the columns. `viewExpired` when it is gone. */
  'datasets.page': {
    params: z.strictObject({
      view: z.string(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1000),
      fields: z.array(z.string()),
    }),
    result: z.strictObject({ offset: z.number().int(), rows: z.number().int(), columns: z.array(pageColumnSchema) }),
  },
  /**
   * Values of a field, most rows first, ties by value; those that contain `search`, whatever its case, where it is given.
   * `valuesWithheld` for identities and birth dates. Progress while a large table is read.
   */
  'datasets.values': {
    params: z.strictObject({
      dataset: z.string(),
      field: z.string(),
      search: z.string().nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    result: fieldValuesSchema,
    progress: progressSchema,
  },
  /**
   * The widest view that the class of one cell allows, for a reason that goes into the audit log, and for how long it may
   * be seen. `row` is its place in the view. `secretNotShown` for secrets,
   * `personalNotShown` for what is of no known kind.
   */
  'datasets.reveal': {
    params: z.strictObject({
      view: z.string(),
      row: z.number().int().nonnegative(),
      field: z.string(),
      reason: reasonSchema,
    }),
    result: z.strictObject({ value: z.string().nullable(), seconds: z.number().int() }),
  },
  /** Gives a field another class. A stricter one needs no reason, any other `reasonNeeded`. Both are in the audit log. */
  'datasets.setSensitivity': {
    params: z.strictObject({
      dataset: z.string(),
      field: z.string(),
      sensitivity: sensitivitySchema,
      reason: reasonSchema.nullable(),
    }),
    result: datasetSchema,
  },
  'datasets.quarantine': {
    params: z.strictObject({
      dataset: z.string(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(1000),
    }),
    result: z.strictObject({ total: z.number().int(), rows: z.array(placedRowSchema) }),
  },
  /** What a quarantined row has for each field, and what is wrong with it. `quarantineChanged` where it is gone. */
  'datasets.repairForm': { params: quarantinedSchema, result: repairFormSchema },
  /**
   * Takes a quarantined row into the dataset with these cells, one a field, as its next version; or, where cells cannot
   * be taken, changes nothing and says which. `quarantineChanged` where the row is gone.
   */
  'datasets.repair': {
    params: quarantinedSchema.extend({ cells: z.array(repairCellSchema) }),
    result: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('repaired'), dataset: datasetSchema }),
      z.strictObject({ kind: z.literal('refused'), faults: z.array(cellFaultSchema) }),
    ]),
    progress: progressSchema,
  },
  /** Takes the rows of a repair sheet into the dataset as its next version: all of them, or an error that says which not. */
  'datasets.repairFromSheet': {
    params: z.strictObject({ dataset: z.string(), file: z.string() }),
    result: z.strictObject({ repaired: z.number().int(), dataset: datasetSchema }),
    progress: progressSchema,
  },
  /** Takes a repaired row out of the dataset again and puts it back into the quarantine as it stood. */
  'datasets.putBack': {
    params: z.strictObject({ dataset: z.string(), version: z.number().int(), repair: z.number().int() }),
    result: datasetSchema,
    progress: progressSchema,
  },
} satisfies Contract;
