import { z } from 'zod';

export const reportPurposes = ['information', 'discussion', 'decision'] as const;
export const confidentialityMarks = ['public', 'internal', 'confidential', 'secret'] as const;

/** The kinds of result that a page can show. */
export const pageKinds = ['segment', 'portrait', 'funnel', 'roi'] as const;
export type PageKind = (typeof pageKinds)[number];

/** One result on a page. */
export const reportPageSchema = z
  .strictObject({
    kind: z.enum(pageKinds),
    /** The name of the saved definition. */
    name: z.string().min(1),
    /** The analyst's own sentence in place of the one that the product writes; marked as such in the report. */
    finding: z.string().min(1).max(400).optional(),
  })
  .meta({ id: 'ReportPage' });
export type ReportPage = z.infer<typeof reportPageSchema>;

/** A report: which results go on its pages, in which order, under which title. */
export const reportDefinitionSchema = z
  .strictObject({
    title: z.string().min(1).max(200),
    purpose: z.enum(reportPurposes),
    confidentiality: z.enum(confidentialityMarks),
    language: z.enum(['zh', 'en']),
    /** The day the data stands for, ISO. */
    asOf: z.iso.date().optional(),
    pages: z.array(reportPageSchema),
  })
  .meta({ id: 'ReportDefinition' });
export type ReportDefinition = z.infer<typeof reportDefinitionSchema>;
