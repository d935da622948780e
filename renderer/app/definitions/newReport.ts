import type { Locale } from '#shared/errors/index.ts';
import type { ReportDefinition, ReportPage } from '#shared/reports/index.ts';

/** A report before anything is said of it but its name, with these pages. */
export const newReport = (title: string, language: Locale, pages: readonly ReportPage[]): ReportDefinition => ({
  title,
  language,
  pages: [...pages],
  purpose: 'discussion',
  confidentiality: 'internal',
});
