import { z } from 'zod';
import { predicateSchema } from '../conditions/index.ts';
import { reasonSchema } from '../privacy/reason.ts';

export const exportEncodings = ['utf-8', 'gb18030'] as const;
export const lineEnds = ['crlf', 'lf'] as const;

/** A dataset as CSV: the rows and the order that a view shows, the columns chosen, masked but for those named. */
export const exportRequestSchema = z.strictObject({
  dataset: z.string(),
  sort: z.array(z.strictObject({ field: z.string(), descending: z.boolean() })).max(8),
  filters: z.array(z.strictObject({ field: z.string(), test: predicateSchema })).max(64),
  fields: z.array(z.string()).min(1),
  /** Those of `fields` that are written in the widest view that their class allows. */
  unmasked: z.array(z.string()),
  /** Needed where anything is unmasked. */
  reason: reasonSchema.nullable(),
  /** UTF-8 begins with a mark, by which Excel knows it. */
  encoding: z.enum(exportEncodings),
  lineEnd: z.enum(lineEnds),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;
