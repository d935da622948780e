import type { CallProgress } from '#shared/contract/index.ts';
import type { ReportDefinition } from '#shared/reports/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { collect } from './collect.ts';
import { reportDocument } from './document.ts';
import type { FailedPage } from './facts.ts';
import { contentHash } from './hash.ts';
import { pageNumberTemplate } from './running.ts';

/** A report ready to be printed: the page, the template of its page numbers, and the hash of its content. */
export interface RenderedReport {
  readonly html: string;
  readonly footer: string;
  readonly hash: string;
  /** The pages that say why they have no result. */
  readonly failed: readonly FailedPage[];
}

export interface ReportContext {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((progress: CallProgress) => void) | undefined;
}

/**
 * Computes a report and lays it out as one self-contained HTML document without scripts. Its fonts are asked for beside
 * it (`fonts/…`); `withoutFonts` gives the file that asks for nothing.
 */
export async function renderReport(
  workspace: Workspace,
  name: string,
  definition: ReportDefinition,
  context: ReportContext = {},
): Promise<RenderedReport> {
  const onProgress = (share: number) => context.progress?.({ stage: 'rendering', share });
  const facts = await collect(workspace, name, definition, { signal: context.signal, onProgress });
  const hash = contentHash(facts);
  const failed = facts.pages.filter((page) => page.kind === 'failed');
  return { html: reportDocument(facts, hash).text, footer: pageNumberTemplate, hash, failed };
}
