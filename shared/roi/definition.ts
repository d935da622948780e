import { z } from 'zod';
import { scopeSchema } from '../segments/index.ts';

export const periodUnits = ['day', 'week', 'month'] as const;

/** The period since launch of a row: a whole number as it stands, or counted from a date. */
export const periodSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), field: z.string().min(1) }),
    z.strictObject({
      kind: z.literal('date'),
      field: z.string().min(1),
      unit: z.enum(periodUnits),
      /** The day of launch, ISO; null: the first day that each campaign has. Period 1 begins on it. */
      launch: z.iso.date().nullable(),
    }),
  ])
  .meta({ id: 'RoiPeriod' });
export type RoiPeriod = z.infer<typeof periodSchema>;

export const decayMeasures = ['roas', 'roi'] as const;

/** What was spent and what came back, by period since launch. */
export const roiDefinitionSchema = z
  .strictObject({
    /** Anything but all clients needs a table that is linked to the client list. */
    scope: scopeSchema,
    table: z.string().min(1),
    cost: z.string().min(1),
    return: z.string().min(1),
    /** Revenue: ROI takes the whole return for margin, and says so. */
    returnKind: z.enum(['revenue', 'margin']).default('revenue'),
    period: periodSchema,
    /** A field that tells campaigns apart; null: all rows are one. */
    campaign: z.string().min(1).nullable().default(null),
    decayOf: z.enum(decayMeasures).default('roas'),
  })
  .meta({ id: 'RoiDefinition' });
export type RoiDefinition = z.infer<typeof roiDefinitionSchema>;
