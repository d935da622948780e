import { z } from 'zod';
import { clientsDefinitionSchema, clientsSummarySchema } from '../clients/index.ts';
import { funnelDefinitionSchema, funnelResultSchema } from '../funnels/index.ts';
import { portraitDefinitionSchema, portraitResultSchema } from '../portraits/index.ts';
import { roiDefinitionSchema, roiResultSchema } from '../roi/index.ts';
import { segmentDefinitionSchema, segmentResultSchema } from '../segments/index.ts';
import { progressSchema, provenanceSchema } from './common.ts';
import type { Contract } from './method.ts';

export const clientsContract = {
  /** Says how well a client model fits the loaded tables, saved or not. */
  'clients.check': {
    params: clientsDefinitionSchema,
    result: z.strictObject({ summary: clientsSummarySchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
} satisfies Contract;

export const segmentsContract = {
  /** Counts the clients of a rule, saved or not, against the saved client model. */
  'segments.count': {
    params: segmentDefinitionSchema,
    result: z.strictObject({ result: segmentResultSchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
} satisfies Contract;

export const funnelsContract = {
  /** Computes a funnel, saved or not, against the saved client model. */
  'funnels.compute': {
    params: funnelDefinitionSchema,
    result: z.strictObject({ result: funnelResultSchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
} satisfies Contract;

export const roiContract = {
  /** Computes a study of cost and return, saved or not. */
  'roi.compute': {
    params: roiDefinitionSchema,
    result: z.strictObject({ result: roiResultSchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
} satisfies Contract;

export const portraitsContract = {
  /** Compares a group with its baseline, field by field. `steps`: each dimension of the result by itself. */
  'portraits.compute': {
    params: portraitDefinitionSchema,
    result: z.strictObject({
      result: portraitResultSchema,
      provenance: provenanceSchema,
      steps: z.array(provenanceSchema),
    }),
    progress: progressSchema,
  },
} satisfies Contract;
