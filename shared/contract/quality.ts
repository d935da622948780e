import { z } from 'zod';
import { controlSchema, reconciliationSchema } from '../controls/index.ts';
import { datasetSchema } from '../intake/index.ts';
import { assessmentSchema, balanceSchema, problemSchema } from '../quality/index.ts';
import { nothing, progressSchema, provenanceSchema } from './common.ts';
import type { Contract } from './method.ts';

export const qualityContract = {
  /** Assesses a dataset, field by field. `asOf` (a day) null: the day it was loaded. Kept as long as the table is. */
  'quality.assess': {
    params: z.strictObject({ dataset: z.string(), asOf: z.iso.date().nullable() }),
    result: z.strictObject({ result: assessmentSchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
  /** Where the records of the imported datasets and the clients come from, by the saved client model where there is one. */
  'quality.balance': {
    params: nothing,
    result: z.strictObject({ result: balanceSchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
  /**
   * Rows with a problem in file order, numbered from 1, each value masked by its class: of one field, or (`field` null)
   * whole rows that repeat one before. `total` counts all of them.
   */
  'quality.rows': {
    params: z.strictObject({
      dataset: z.string(),
      asOf: z.iso.date().nullable(),
      field: z.string().nullable(),
      problem: problemSchema,
      limit: z.number().int().min(1).max(500),
    }),
    result: z.strictObject({
      total: z.number().int(),
      rows: z.array(z.strictObject({ row: z.number().int().positive(), value: z.string().nullable() })),
    }),
    progress: progressSchema,
  },
  /** Holds a dataset against its control figures, and those that its file has for itself. */
  'quality.reconcile': {
    params: z.strictObject({ dataset: z.string() }),
    result: z.strictObject({ result: reconciliationSchema, provenance: provenanceSchema }),
    progress: progressSchema,
  },
  /** Sets the control figures of a dataset: these, and no others. At most one a field. */
  'quality.setControls': {
    params: z.strictObject({ dataset: z.string(), controls: z.array(controlSchema).max(200) }),
    result: datasetSchema,
  },
} satisfies Contract;
