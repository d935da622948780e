import type { Finding } from '#shared/findings/index.ts';
import type { ReportDefinition, ReportPage } from '#shared/reports/index.ts';
import type { QueryOptions } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { collect, collectPage } from './collect.ts';
import { reportSheets } from './document.ts';
import { contentHash } from './hash.ts';
import { pageView } from './pages/index.ts';
import { styles } from './styles.ts';

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

/** The sheets of a report and their style, apart: a window's content policy takes no style from a document. */
export async function previewReport(
  workspace: Workspace,
  name: string,
  definition: ReportDefinition,
  options: QueryOptions = {},
): Promise<{ sheets: string; styles: string; hash: string }> {
  const facts = await collect(workspace, name, definition, options);
  const hash = contentHash(facts);
  return { sheets: reportSheets(facts, hash).text, styles, hash };
}
