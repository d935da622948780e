import { z } from 'zod';
import { fieldTypeSchema } from '../intake/index.ts';
import { fieldRefSchema } from '../segments/index.ts';
import { intervalSchema } from '../statistics/index.ts';
import { traitSchema } from './trait.ts';

/** Counts of clients, or shares of them: in the group, in its baseline, and among all clients outside the group. */
function three<T extends z.ZodType>(each: T) {
  return z.strictObject({ group: each, baseline: each, rest: each });
}

export const assessedTraitSchema = z
  .strictObject({
    trait: traitSchema,
    counts: three(z.number().int()),
    /** Null where the group, the baseline or the rest has no client. */
    shares: three(z.number().nullable()),
    /** Wilson, 95 %. */
    intervals: z.strictObject({ group: intervalSchema.nullable(), baseline: intervalSchema.nullable() }),
    /** Share in the group / share in the baseline x 100; null where the latter is 0 or unknown. */
    tgi: z.number().nullable(),
    /** n x |ln of the smoothed ratio|: what traits rank by. */
    strength: z.number(),
    /** The group against all clients outside it, two-sided; null where one of them is empty. */
    p: z.number().nullable(),
    /** p, adjusted over all traits of the portrait (Benjamini-Hochberg). */
    adjusted: z.number().nullable(),
  })
  .meta({ id: 'AssessedTrait' });
export type AssessedTrait = z.infer<typeof assessedTraitSchema>;

/** Numbers as they are, days as ISO text; the deviation of days is in days. */
const momentSchema = z.union([z.number(), z.string()]);
const summarySchema = z
  .strictObject({ q1: momentSchema, median: momentSchema, q3: momentSchema, mean: momentSchema, deviation: z.number() })
  .meta({ id: 'Summary' });
export type Summary = z.infer<typeof summarySchema>;

const numbersSchema = z
  .strictObject({
    /** Null where no client of it has a value. */
    group: summarySchema.nullable(),
    baseline: summarySchema.nullable(),
    /** Difference of the means / root of the mean of both variances. */
    difference: z.number().nullable(),
    /** Largest distance between the two distribution functions, 0 to 1. */
    ks: z.number().nullable(),
  })
  .meta({ id: 'Distribution' });
export type Distribution = z.infer<typeof numbersSchema>;

/**
 * How a field is shown. `values`: one trait a value. `ranges`: numbers or days in ranges. `rows`: values of a linked table, where
 * a client can have several, so that their shares need not sum to 1.
 */
export const forms = ['values', 'ranges', 'rows'] as const;

export const dimensionSchema = z
  .strictObject({
    field: fieldRefSchema,
    type: fieldTypeSchema,
    form: z.enum(forms),
    /** Clients of whom it is known: with a value or, for a linked table, with at least one row. */
    known: three(z.number().int()),
    /** For numbers and days. */
    numbers: numbersSchema.nullable(),
    /** In the order in which they are drawn. */
    traits: z.array(assessedTraitSchema),
    /** That of its strongest trait. */
    strength: z.number(),
  })
  .meta({ id: 'Dimension' });
export type Dimension = z.infer<typeof dimensionSchema>;

export const skipReasons = [
  'gone',
  'key',
  'identity',
  'unsupported',
  'linkedNumbers',
  'ruleField',
  'provenance',
  'empty',
  'constant',
  'unique',
  'tooMany',
  'limit',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export const portraitResultSchema = z
  .strictObject({
    /** How many clients each has. */
    sizes: three(z.number().int()),
    /** The group has fewer than 30 clients: its shares say little. */
    small: z.boolean(),
    /** What sets the group apart most comes first. */
    dimensions: z.array(dimensionSchema),
    /** Fields that are not shown, and why. */
    skipped: z.array(z.strictObject({ field: fieldRefSchema, reason: z.enum(skipReasons) })),
  })
  .meta({ id: 'PortraitResult' });
export type PortraitResult = z.infer<typeof portraitResultSchema>;
