import { z } from 'zod';
import { predicateSchema } from '../conditions/index.ts';
import { scopeSchema } from '../segments/index.ts';

/** Rows of the event table that count as having reached a step: those that meet all of its tests. */
export const funnelStepSchema = z
  .strictObject({
    name: z.string().min(1).max(200),
    all: z
      .array(z.strictObject({ field: z.string().min(1), test: predicateSchema }))
      .min(1)
      .max(20),
  })
  .meta({ id: 'FunnelStep' });
export type FunnelStep = z.infer<typeof funnelStepSchema>;

export const windowUnits = ['minute', 'hour', 'day', 'month'] as const;

/**
 * How long after the first step the others may come. Half-open: an event exactly at the end is too late. A size of 0 is
 * refused when the funnel is computed, in a sentence.
 */
export const conversionWindowSchema = z
  .strictObject({ size: z.number().int().min(0).max(100_000), unit: z.enum(windowUnits) })
  .meta({ id: 'ConversionWindow' });
export type ConversionWindow = z.infer<typeof conversionWindowSchema>;

export const mostSteps = 20;

/** Where clients drop out on their way through the steps. */
export const funnelDefinitionSchema = z
  .strictObject({
    scope: scopeSchema,
    /** The event table: the client list or one that is linked to it. */
    table: z.string().min(1),
    time: z.string().min(1),
    /** What goes through the steps: each client, or each value that this field has for a client (a loan number, say). */
    entry: z.string().min(1).nullable().default(null),
    /** In their order. None while a funnel is being made: it cannot be computed then. */
    steps: z.array(funnelStepSchema).max(mostSteps),
    /** Sequential: each step at or after the one before. Any: all within the window, in whatever order. */
    order: z.enum(['sequential', 'any']).default('sequential'),
    window: conversionWindowSchema.nullable().default(null),
    /** Sequential only: whether an event at the very time of the step before counts as after it. */
    sameTime: z.boolean().default(true),
    /** A field of the event table whose values are compared; taken from the event of the first step. */
    breakdown: z.string().min(1).nullable().default(null),
  })
  .meta({ id: 'FunnelDefinition' });
export type FunnelDefinition = z.infer<typeof funnelDefinitionSchema>;
