import type { Finding } from '#shared/findings/index.ts';
import type { ReportDefinition, ReportPage } from '#shared/reports/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { collectPage } from './collect.ts';
import { withoutFonts } from './fonts.ts';
import { pageView } from './pages/index.ts';
import { type ReportContext, renderReport } from './render.ts';

/** What the product has to say of one result; fails with what has gone, by name. */
export async function findingOf(
  workspace: Workspace,
  page: ReportPage,
  language: ReportDefinition['language'],
  options: QueryOptions = {},
): Promise<Finding> {
  const { sentence, certainty } = pageView(await collectPage(workspace, page, options), language).finding;
  return { sentence, certainty };
}

/** A report as it would be printed, for the screen. */
export async function previewReport(
  workspace: Workspace,
  name: string,
  definition: ReportDefinition,
  context: ReportContext = {},
): Promise<{ html: string; hash: string }> {
  const { html, hash } = await renderReport(workspace, name, definition, context);
  return { html: withoutFonts(html), hash };
}
