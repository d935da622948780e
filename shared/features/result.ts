import { z } from 'zod';
import { constantSchema } from '../conditions/index.ts';
import { fieldTypeSchema } from '../intake/index.ts';
import { traitSchema } from '../portraits/index.ts';
import { sensitivitySchema } from '../privacy/sensitivity.ts';

/** What a column of features holds, over all clients. */
export const featureFigureSchema = z
  .strictObject({
    name: z.string(),
    type: fieldTypeSchema,
    sensitivity: sensitivitySchema,
    /** Clients with a value. */
    known: z.number().int(),
    /** Numbers as they are, as text where they have more digits than 15; days as ISO text; null where nobody has a value, it has no order, or it may not be shown. */
    summary: z.strictObject({ minimum: constantSchema, median: constantSchema, maximum: constantSchema }).nullable(),
    /** Clients by range, or by value where it has no order; empty where it may not be shown. */
    bars: z.array(z.strictObject({ trait: traitSchema, clients: z.number().int() })),
  })
  .meta({ id: 'FeatureFigure' });
export type FeatureFigure = z.infer<typeof featureFigureSchema>;

/** What a features definition makes, over all clients. */
export const featuresResultSchema = z
  .strictObject({
    clients: z.number().int(),
    /** The as-of day of each table and time that features go by; null where the table has no time at all. */
    asOf: z.array(z.strictObject({ table: z.string(), time: z.string(), date: z.string().nullable() })),
    /** In the order of the definition: features, then tags. */
    columns: z.array(featureFigureSchema),
  })
  .meta({ id: 'FeaturesResult' });
export type FeaturesResult = z.infer<typeof featuresResultSchema>;
