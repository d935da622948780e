import { z } from 'zod';
import { predicateSchema } from '../conditions/index.ts';
import { groupSchema } from '../segments/index.ts';

/** What is made of a client's rows. docs/semantics.md, "Features", says what each makes of no rows and of empty values. */
export const aggregates = [
  'count',
  'sum',
  'mean',
  'min',
  'max',
  'first',
  'last',
  'distinct',
  'share',
  'trend',
  'daysSince',
] as const;
export type Aggregate = (typeof aggregates)[number];

/** A test of one field of the feature's table. */
const rowTestSchema = z.strictObject({ field: z.string().min(1), test: predicateSchema }).meta({ id: 'RowTest' });
export type RowTest = z.infer<typeof rowTestSchema>;

/**
 * Which rows count by their time. `last`: those of the `size` days or months that end with the as-of date, which is in; half-open
 * as moments, [the day after it less the length, the day after it). Months clamp to the end of a shorter one.
 */
export const windowSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({
      kind: z.literal('last'),
      size: z.number().int().min(1).max(10_000),
      unit: z.enum(['day', 'month']),
    }),
  ])
  .meta({ id: 'FeatureWindow' });
export type FeatureWindow = z.infer<typeof windowSchema>;

const columnName = z.string().min(1).max(200);

export const featureSchema = z
  .strictObject({
    /** The name of its column. */
    name: columnName,
    /** A table of the client model. */
    table: z.string().min(1),
    aggregate: z.enum(aggregates),
    /** What is summed, averaged and so on; null for rows themselves, and for days since the last. */
    field: z.string().min(1).nullable().default(null),
    /** Rows that count meet all of these. */
    filters: z.array(rowTestSchema).max(20).default([]),
    /** For `share`: the part of them that it is the share of. */
    part: z.array(rowTestSchema).max(20).default([]),
    /** The date or time of a row; null: rows have no time, and all count. */
    time: z.string().min(1).nullable().default(null),
    window: windowSchema.default({ kind: 'all' }),
  })
  .meta({ id: 'Feature' });
export type Feature = z.infer<typeof featureSchema>;

/**
 * A label by a rule, which may test the features beside it. Without `column` it becomes a column of true and false under its
 * name; tags of one `column` become that column, a text, each client having the name of the first tag whose rule it meets.
 */
export const tagSchema = z
  .strictObject({ name: columnName, column: columnName.nullable().default(null), rule: groupSchema })
  .meta({ id: 'Tag' });
export type Tag = z.infer<typeof tagSchema>;

/** The last day that counts: one that is given, or the newest day in a feature's own table. */
export const asOfSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('newest') }),
    z.strictObject({ kind: z.literal('date'), date: z.iso.date() }),
  ])
  .meta({ id: 'AsOf' });
export type AsOf = z.infer<typeof asOfSchema>;

/** Fields of clients made from the rows of other tables: they become a dataset with one row a client. */
export const featuresDefinitionSchema = z
  .strictObject({
    /** The name of that dataset, under which tags can test the features beside them. */
    output: z.string().min(1).max(200),
    asOf: asOfSchema.default({ kind: 'newest' }),
    features: z.array(featureSchema).max(200).default([]),
    tags: z.array(tagSchema).max(100).default([]),
  })
  .meta({ id: 'FeaturesDefinition' });
export type FeaturesDefinition = z.infer<typeof featuresDefinitionSchema>;
