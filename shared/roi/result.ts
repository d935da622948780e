import { z } from 'zod';
import { decayFitSchema } from './decayFit.ts';
import { decayMeasures } from './definition.ts';

/** A sum of money as its column has it: text where it is exact (whole numbers, decimals), a number where it is not. */
const amountSchema = z.union([z.string(), z.number()]);
export type RoiAmount = z.infer<typeof amountSchema>;

/** Why a ratio cannot be given. A period without rows has none; a cost that is not above zero divides nothing. */
export const noRatioReasons = ['noRows', 'zeroCost', 'negativeCost', 'tooLarge'] as const;

/** What was spent, what came back, and their ratios: ROAS = return / cost, ROI = (return - cost) / cost. */
const figuresSchema = z
  .strictObject({
    cost: amountSchema,
    return: amountSchema,
    /** null together with `roi`, for the reason in `noRatio`; never infinite. */
    roas: z.number().nullable(),
    roi: z.number().nullable(),
    noRatio: z.enum(noRatioReasons).nullable(),
  })
  .meta({ id: 'RoiFigures' });
export type RoiFigures = z.infer<typeof figuresSchema>;

/** One period. Those between the first and the last that have no row are there too, with zero rows. */
const periodResultSchema = figuresSchema
  .extend({ period: z.number().int(), rows: z.number().int(), cumulative: figuresSchema })
  .meta({ id: 'RoiPeriodResult' });
export type RoiPeriodResult = z.infer<typeof periodResultSchema>;

const campaignResultSchema = figuresSchema
  .extend({
    /** null: the rows that name no campaign, or all rows where the study tells none apart. */
    name: z.string().nullable(),
    /** ISO day on which period 1 begins; null where periods are numbers as they stand. */
    launch: z.string().nullable(),
    rows: z.number().int(),
    /** The first period by whose end cost above zero has come back; null: not yet. */
    payback: z.number().int().nullable(),
    /** The first period after that in which cumulative return is below cumulative cost again; null: none. */
    paybackLost: z.number().int().nullable(),
    fit: decayFitSchema,
    periods: z.array(periodResultSchema),
  })
  .meta({ id: 'RoiCampaign' });
export type RoiCampaign = z.infer<typeof campaignResultSchema>;

/** Why rows are left out, in the order in which they are tested: each row counts under its first reason. */
export const leftOutReasons = ['noPeriod', 'badPeriod', 'beforeLaunch', 'noCost', 'noReturn', 'notFinite'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
const count = z.number().int();

export const roiResultSchema = z
  .strictObject({
    /** There is no control group: nothing here says what would have come without the campaign. */
    incremental: z.literal(false),
    /** Which measure the decay is of. */
    measure: z.enum(decayMeasures),
    /** Rows in scope, and those of them that were used. */
    rows: count,
    used: count,
    leftOut: z.strictObject({
      noPeriod: count,
      badPeriod: count,
      beforeLaunch: count,
      noCost: count,
      noReturn: count,
      notFinite: count,
    }),
    /** Rows used with a cost or a return below zero; they are in the sums. */
    negative: z.strictObject({ cost: count, return: count }),
    total: figuresSchema,
    /** By ROAS, highest first; those without a ratio last. */
    campaigns: z.array(campaignResultSchema),
  })
  .meta({ id: 'RoiResult' });
export type RoiResult = z.infer<typeof roiResultSchema>;
