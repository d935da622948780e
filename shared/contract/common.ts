import { z } from 'zod';
import { slowDiskSchema } from '../intake/slowDisk.ts';

/** No parameters. */
export const nothing = z.strictObject({});

/** Nothing worth returning. */
export const done = z.strictObject({});

/** How far a long call is: a stage, a share of it between 0 and 1 (null: not known), and rows where they are counted. */
export const progressSchema = z.strictObject({
  stage: z.enum(['copying', 'reading', 'loading', 'profiling', 'counting', 'rendering', 'printing', 'writing']),
  share: z.number().min(0).max(1).nullable(),
  rows: z.number().nonnegative().optional(),
  /** Where what takes the time is the disk that a file lies on. */
  disk: slowDiskSchema.optional(),
});
export type CallProgress = z.infer<typeof progressSchema>;

/** A dataset as it was when a result was computed. */
export const tableVersionSchema = z
  .strictObject({ table: z.string(), version: z.number().int(), rows: z.number().int() })
  .meta({ id: 'TableVersion' });
export type TableVersion = z.infer<typeof tableVersionSchema>;

/** What is needed to reproduce a figure: the statement with placeholders, its masked values, what was read, how long it took. */
export const provenanceSchema = z
  .strictObject({
    sql: z.string(),
    parameters: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
    tables: z.array(tableVersionSchema),
    milliseconds: z.number(),
  })
  .meta({ id: 'Provenance' });
export type Provenance = z.infer<typeof provenanceSchema>;
