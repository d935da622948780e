import { z } from 'zod';
import { intervalSchema } from '../statistics/index.ts';

/** Groups of a breakdown beyond this many, the smallest ones, are put together. */
export const shownGroups = 50;

/** With fewer entries than this on either side, no test is made. */
export const smallestTested = 30;

/** Above this adjusted p a difference is not called a leak. */
export const leakLevel = 0.05;

const share = z.number().nullable();
const count = z.number().int();

/** A conversion: a share of the step before, or of the first step, with Wilson's 95 % interval; null of nothing. The first step has none. */
const conversionSchema = z.strictObject({ share, interval: intervalSchema.nullable() }).meta({ id: 'Conversion' });
export type Conversion = z.infer<typeof conversionSchema>;

/** One step. Clients with several entries are counted once in `clients` and once in `droppedClients`. */
const funnelStepResultSchema = z
  .strictObject({
    name: z.string(),
    /** Entries that reached this step. */
    entries: count,
    /** Clients with at least one of them. */
    clients: count,
    /** Entries that reached this step and not the next; of the last step 0. Those whose window is still open are among them. */
    dropped: count,
    droppedClients: count,
    /** Of the step before; of the first step 1. */
    fromPrevious: conversionSchema,
    /** Of the first step. */
    fromFirst: conversionSchema,
    /** Seconds since the step before was reached, over the entries that reached this one; null for the first step. */
    waiting: z.strictObject({ median: z.number(), p90: z.number() }).nullable(),
  })
  .meta({ id: 'FunnelStepResult' });
export type FunnelStepResult = z.infer<typeof funnelStepResultSchema>;

/** One value of the breakdown. */
const funnelGroupSchema = z
  .strictObject({
    /** Null: the field is empty there, or this is what is left together (`others` above 0). */
    value: z.string().nullable(),
    /** How many further values are put together here; 0 for a single one. */
    others: count,
    /** The value is not shown as it is, so that it cannot be asked for. */
    masked: z.literal(true).optional(),
    /** Entries that reached each step, in the order of the steps. */
    entries: z.array(count),
  })
  .meta({ id: 'FunnelGroup' });
export type FunnelGroup = z.infer<typeof funnelGroupSchema>;

/** A group that converts significantly worse at a step than all other entries do. */
const leakSchema = z
  .strictObject({
    /** Its place in `groups`. */
    group: count,
    /** Its place in `steps`: the step that is not reached. */
    step: count,
    /** Conversion from the step before, of the group and of all others. */
    share: z.number(),
    rest: z.number(),
    /** What the shares are of. */
    n: count,
    restN: count,
    /** Two-sided, two-proportion z test; adjusted over all groups and steps that were tested (Benjamini-Hochberg). */
    p: z.number(),
    adjusted: z.number(),
    /** Entries that would go on beyond those that do, if the group converted like the others: what leaks are ranked by. */
    lost: z.number(),
  })
  .meta({ id: 'Leak' });
export type Leak = z.infer<typeof leakSchema>;

/** Where entries drop out. See docs/semantics.md, "Funnels". */
export const funnelResultSchema = z
  .strictObject({
    steps: z.array(funnelStepResultSchema),
    /** Entries that have not reached the last step and still can: their window ends after the data does. Null without a window. */
    open: count.nullable(),
    /** The latest time of the table, where the data ends; null where it has none. */
    until: z.string().nullable(),
    /** Rows of the table that are left out because their time, or else their client or entry, is empty. */
    withoutTime: count,
    withoutKey: count,
    /** By size; null without a breakdown. */
    groups: z.array(funnelGroupSchema).nullable(),
    leaks: z.array(leakSchema),
  })
  .meta({ id: 'FunnelResult' });
export type FunnelResult = z.infer<typeof funnelResultSchema>;
