import { z } from 'zod';
import { reportDefinitionSchema, reportPageSchema } from '../reports/index.ts';
import { progressSchema } from './common.ts';
import type { Contract } from './method.ts';

export const reportsContract = {
  /** What the product has to say of a result, and how certain it is, in the language of a report. */
  'reports.finding': {
    params: z.strictObject({
      kind: reportPageSchema.shape.kind,
      name: reportPageSchema.shape.name,
      language: reportDefinitionSchema.shape.language,
    }),
    result: z.strictObject({ sentence: z.string(), certainty: z.string() }),
    progress: progressSchema,
  },
  /** The sheets of a report, saved or not, as HTML that asks for nothing, their style sheet, and the hash of the content. */
  'reports.preview': {
    params: z.strictObject({ name: z.string().min(1), body: reportDefinitionSchema }),
    result: z.strictObject({ sheets: z.string(), styles: z.string(), hash: z.string() }),
    progress: progressSchema,
  },
} satisfies Contract;
