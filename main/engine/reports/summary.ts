import { type Html, html, nothing, type ReportTexts } from '#shared/reports/index.ts';
import type { ReportFacts } from './facts.ts';
import { certainty, finding } from './finding.ts';

const mostFindings = 5;

/** One page with what the report says, in at most five sentences. */
export function summaryPage({ segments }: ReportFacts, texts: ReportTexts): Html {
  const left = segments.length - mostFindings;
  return html`<h2>${texts.summary.title}</h2>
<ol class="findings">
${segments
  .slice(0, mostFindings)
  .map(
    (segment) =>
      html`<li><p class="finding">${finding(segment, texts)}</p><p class="certainty">${certainty(segment, texts)}</p></li>\n`,
  )}</ol>
${left > 0 ? html`<p class="more">${texts.summary.more(left)}</p>` : nothing}`;
}
