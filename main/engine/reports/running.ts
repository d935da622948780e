import { formatCount } from '#shared/format/index.ts';
import { type Html, html, type ReportTexts } from '#shared/reports/index.ts';
import type { ReportFacts } from './facts.ts';
import { fontStack } from './fonts.ts';

// Chromium repeats what is `position: fixed` on every sheet. In printToPDF's own templates only the system's fonts can be
// used, and a machine may have none with Chinese: so the templates hold nothing but the page number.

/** The head of every sheet but the cover, which lies over it. */
export function runningHead({ definition }: ReportFacts, texts: ReportTexts): Html {
  const mark = texts.confidentiality[definition.confidentiality] + texts.separator + texts.purpose[definition.purpose];
  return html`<div class="running head" aria-hidden="true"><span class="title">${definition.title}</span><span>${mark}</span></div>`;
}

/** The foot of every sheet: data as of, scope, n, sources, confidentiality, version and hash. */
export function runningFoot(facts: ReportFacts, texts: ReportTexts, hash: string): Html {
  const { definition, clients, version, datasets } = facts;
  const { foot } = texts;
  const n = formatCount(clients?.summary.clients ?? 0);
  const edition = [...(version === null ? [] : [`v${version}`]), hash.slice(0, 8)].join(texts.separator);
  return html`<div class="running foot" aria-hidden="true">
<div>${foot.asOf(definition.asOf ?? texts.notStated)}${foot.gap}${foot.scope(texts.allClients, n)}</div>
<div><span>${foot.source(datasets.filter(({ derived }) => !derived).length)}${foot.gap}${texts.confidentiality[definition.confidentiality]}</span><span>${edition}</span></div>
</div>`;
}

/** The page number, as printToPDF's footerTemplate: Chromium fills the two spans. It stands in the foot's first line. */
export const pageNumberTemplate: string =
  html`<div style="${`width:100%;margin:0 16mm 9.15mm;text-align:right;font:10px/1.5 ${fontStack.replaceAll('"', "'")};color:#566273`}"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`
    .text;
