import { type Html, html, nothing, type ReportTexts } from '#shared/reports/index.ts';
import { anchorOfResult } from './contents.ts';
import type { ReportFacts } from './facts.ts';
import { pageView } from './pages/index.ts';
import { clauses, editedMark, sentenceOf } from './pages/layout.ts';

const mostFindings = 5;

/** One page with what the report says, in at most five sentences. */
export function summaryPage(facts: ReportFacts, texts: ReportTexts): Html {
  const { pages, definition } = facts;
  const left = pages.length - mostFindings;
  return html`<h2>${texts.summary.title}</h2>
<ol class="findings">
${pages
  .slice(0, mostFindings)
  .map(
    (page, i) =>
      html`<li><p class="finding"><a href="${`#${anchorOfResult(i)}`}">${clauses(sentenceOf(page, facts))}</a></p><p class="certainty">${editedMark(page, texts)}${pageView(page, definition.language).finding.certainty}</p></li>\n`,
  )}</ol>
${left > 0 ? html`<p class="more">${texts.summary.more(left)}</p>` : nothing}`;
}
