import { z } from 'zod';
import { datasetSchema } from '../intake/index.ts';
import { decidedPairSchema, doubtfulPairSchema, matchDefinitionSchema, matchSummarySchema } from '../matching/index.ts';
import { reasonSchema } from '../privacy/reason.ts';
import { progressSchema, provenanceSchema } from './common.ts';
import type { Contract } from './method.ts';

export const matchingContract = {
  /** Joins the rows of lists to clients and says how many, by what; nothing is kept of it. `matchContradiction` where decisions disagree. */
  'matching.compute': {
    params: matchDefinitionSchema,
    result: z.strictObject({ result: matchSummarySchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
  /**
   * Doubtful pairs: those to be decided, or those that were decided to be different as well. Sorted by trust, those that agree on the
   * most trusted key first, or by how alike their names are.
   */
  'matching.pairs': {
    params: z.strictObject({
      definition: matchDefinitionSchema,
      show: z.enum(['open', 'all']),
      sort: z.enum(['trust', 'names']),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    result: z.strictObject({ total: z.number().int(), pairs: z.array(doubtfulPairSchema) }),
    progress: progressSchema,
  },
  /** What a definition's decisions are about, the newest first. `matchContradiction` where they disagree. */
  'matching.decided': {
    params: z.strictObject({
      definition: matchDefinitionSchema,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    result: z.array(decidedPairSchema),
    progress: progressSchema,
  },
  /** The widest view that the class of one value allows, for a reason that goes into the audit log. */
  'matching.reveal': {
    params: z.strictObject({
      definition: matchDefinitionSchema,
      table: z.string(),
      number: z.number().int().positive(),
      attribute: z.string(),
      reason: reasonSchema,
    }),
    result: z.strictObject({ value: z.string().nullable(), seconds: z.number().int() }),
  },
  /** Makes the datasets of a saved definition, or their next versions: the clients first, then where they came from. */
  'matching.make': {
    params: z.strictObject({ id: z.string() }),
    result: z.array(datasetSchema),
    progress: progressSchema,
  },
} satisfies Contract;
