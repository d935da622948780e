import { z } from 'zod';
import { clientsDefinitionSchema, clientsSummarySchema } from '../clients/index.ts';
import { featuresDefinitionSchema, featuresResultSchema } from '../features/index.ts';
import { funnelDefinitionSchema, funnelResultSchema } from '../funnels/index.ts';
import { datasetSchema } from '../intake/index.ts';
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

export const featuresContract = {
  /** What features, saved or not, come to over all clients. */
  'features.preview': {
    params: featuresDefinitionSchema,
    result: z.strictObject({ result: featuresResultSchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
  /** Makes saved features a dataset with one row a client, or makes that one anew: all of it or nothing. */
  'features.compute': {
    params: z.strictObject({ id: z.string() }),
    result: datasetSchema,
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
