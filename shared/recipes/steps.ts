import { z } from 'zod';
import { constantSchema, predicateSchema } from '../conditions/index.ts';
import { readableTypeSchema } from '../intake/index.ts';

const field = z.string().min(1);
const fields = z.array(field).min(1).max(1000);
/** The name of a column that a step makes. */
const newName = z.string().min(1).max(200);

/** What every step has. `id` is the window's, to tell steps apart while they are moved; it means nothing. */
const each = { id: z.string().max(60).optional(), enabled: z.boolean().default(true) };

/** Text cells: what they do with an empty one is the same for all, it stays empty. */
const textSteps = [
  /** Spaces at both ends go, of whatever width; `collapse`: runs inside become one space. Nothing left: empty. */
  z.strictObject({ kind: z.literal('trim'), ...each, fields, collapse: z.boolean().default(true) }),
  /** Full-width letters, digits and signs, and the wide space, become ordinary ones. */
  z.strictObject({ kind: z.literal('halfWidth'), ...each, fields }),
  z.strictObject({ kind: z.literal('case'), ...each, fields, to: z.enum(['upper', 'lower', 'title']) }),
  /**
   * `part`: every occurrence; `whole`: cells that are exactly `find`; `pattern`: every match of a regular expression
   * (RE2), groups as \1. Nothing left: empty.
   */
  z.strictObject({
    kind: z.literal('replace'),
    ...each,
    fields,
    find: z.string().min(1).max(1000),
    with: z.string().max(1000),
    match: z.enum(['part', 'whole', 'pattern']),
    ignoreCase: z.boolean().default(false),
  }),
  /** Whole cells by a list, many old values to one new; `to` null: empty. `others`: what stands in no list. */
  z.strictObject({
    kind: z.literal('map'),
    ...each,
    field,
    values: z
      .array(z.strictObject({ from: z.array(z.string()).min(1).max(10_000), to: z.string().nullable() }))
      .min(1)
      .max(10_000),
    others: z.enum(['keep', 'empty']).default('keep'),
  }),
] as const;

/** Texts that become dates and numbers. What cannot be read becomes empty, and is counted. */
const parsingSteps = [
  /** `order`: what 05.01.2024 means. `serials`: what day numbers of five digits count from, as Excel has them. */
  z.strictObject({
    kind: z.literal('dates'),
    ...each,
    fields,
    to: z.enum(['date', 'timestamp']).default('date'),
    order: z.enum(['dmy', 'mdy']).default('dmy'),
    serials: z.enum(['1900', '1904', 'none']).default('1900'),
  }),
  /** `percent`: 12% is 0.12 (`fraction`) or 12 (`points`). `decimalMark` is what stands before the cents. */
  z.strictObject({
    kind: z.literal('amounts'),
    ...each,
    fields,
    to: z.enum(['number', 'decimal']).default('number'),
    percent: z.enum(['fraction', 'points']).default('fraction'),
    decimalMark: z.enum(['.', ',']).default('.'),
  }),
  z.strictObject({ kind: z.literal('type'), ...each, fields, type: readableTypeSchema }),
] as const;

const columnSteps = [
  /**
   * `by` a delimiter: `rest` says whether the last column takes what is left over. By `positions`: after that many
   * characters; one column more than positions. `keep`: the field stays beside its parts.
   */
  z.strictObject({
    kind: z.literal('split'),
    ...each,
    field,
    by: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('delimiter'),
        delimiter: z.string().min(1).max(20),
        rest: z.enum(['last', 'drop']).default('last'),
      }),
      z.strictObject({
        kind: z.literal('positions'),
        positions: z.array(z.number().int().min(1).max(10_000)).min(1).max(49),
      }),
    ]),
    into: z.array(newName).min(1).max(50),
    keep: z.boolean().default(true),
  }),
  /** Texts of several fields in one, empty ones passed over; empty where all are. */
  z.strictObject({
    kind: z.literal('merge'),
    ...each,
    fields,
    into: newName,
    separator: z.string().max(20),
    keep: z.boolean().default(true),
  }),
  /** A column worked out from an expression (shared/recipes/expression); in the place of the field of that name, if any. */
  z.strictObject({ kind: z.literal('compute'), ...each, into: newName, expression: z.string().min(1).max(5000) }),
  z.strictObject({
    kind: z.literal('rename'),
    ...each,
    names: z
      .array(z.strictObject({ field, name: newName }))
      .min(1)
      .max(1000),
  }),
  z.strictObject({ kind: z.literal('drop'), ...each, fields }),
  /** These first, in this order; the others after them as they stood. */
  z.strictObject({ kind: z.literal('reorder'), ...each, fields }),
] as const;

const rowSteps = [
  /**
   * Empty cells are filled. `previous`: the nearest value above in the file. Median, mode and mean are of the values that
   * are there. `group`: within the rows that agree in these fields, empty ones agreeing with each other.
   */
  z.strictObject({
    kind: z.literal('fill'),
    ...each,
    fields,
    with: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('constant'), value: constantSchema }),
      z.strictObject({ kind: z.enum(['previous', 'median', 'mode', 'mean']) }),
    ]),
    group: z.array(field).max(20).default([]),
  }),
  /** Values outside the fences of any of the fields. `drop` their rows, or `flag` them in a yes/no column `into`. */
  z.strictObject({
    kind: z.literal('outliers'),
    ...each,
    fields,
    by: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('iqr'), factor: z.number().positive().max(100).default(1.5) }),
      z.strictObject({ kind: z.literal('quantiles'), low: z.number().min(0).max(1), high: z.number().min(0).max(1) }),
    ]),
    action: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('drop') }),
      z.strictObject({ kind: z.literal('flag'), into: newName }),
    ]),
  }),
  /** One row of each key. Ties of largest and smallest: the first in the file. Rows whose key is all empty stay. */
  z.strictObject({
    kind: z.literal('dedupe'),
    ...each,
    keys: fields,
    keep: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['first', 'last']) }),
      z.strictObject({ kind: z.enum(['largest', 'smallest']), field }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('filter'),
    ...each,
    action: z.enum(['keep', 'drop']),
    combine: z.enum(['and', 'or']).default('and'),
    conditions: z
      .array(z.strictObject({ field, test: predicateSchema }))
      .min(1)
      .max(64),
  }),
] as const;

/** How many columns a pivot may make. */
export const mostPivotColumns = 200;

const tableSteps = [
  /** Columns become rows: one for each of `fields`, its name in `nameInto` and its value in `valueInto`. */
  z.strictObject({
    kind: z.literal('unpivot'),
    ...each,
    fields,
    nameInto: newName,
    valueInto: newName,
    dropEmpty: z.boolean().default(false),
  }),
  /** Rows become columns: one row for each combination of `rows`, one column for each value of `names`. */
  z.strictObject({
    kind: z.literal('pivot'),
    ...each,
    rows: fields,
    names: field,
    values: field,
    aggregate: z.enum(['sum', 'mean', 'min', 'max', 'count', 'first']),
  }),
] as const;

/** One step of a recipe. docs/semantics.md says what each does with empty cells. */
export const recipeStepSchema = z
  .discriminatedUnion('kind', [...textSteps, ...parsingSteps, ...columnSteps, ...rowSteps, ...tableSteps])
  .meta({ id: 'RecipeStep' });
export type RecipeStep = z.infer<typeof recipeStepSchema>;
export type RecipeStepKind = RecipeStep['kind'];
export type StepOf<K extends RecipeStepKind> = Extract<RecipeStep, { kind: K }>;
