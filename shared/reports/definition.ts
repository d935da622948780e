import { z } from 'zod';

export const reportPurposes = ['information', 'discussion', 'decision'] as const;
export const confidentialityMarks = ['public', 'internal', 'confidential', 'secret'] as const;

/** A report: which results go on its pages, in which order, under which title. */
export const reportDefinitionSchema = z
  .strictObject({
    title: z.string().min(1).max(200),
    purpose: z.enum(reportPurposes),
    confidentiality: z.enum(confidentialityMarks),
    language: z.enum(['zh', 'en']),
    /** The day the data stands for, ISO. */
    asOf: z.iso.date().optional(),
    pages: z.array(z.strictObject({ kind: z.literal('segment'), name: z.string().min(1) })),
  })
  .meta({ id: 'ReportDefinition' });
export type ReportDefinition = z.infer<typeof reportDefinitionSchema>;
