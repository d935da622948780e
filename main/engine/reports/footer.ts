import { formatCount, type Html, html, reportTexts } from '#shared/reports/index.ts';
import type { ReportFacts } from './facts.ts';
import { fontStack } from './fonts.ts';

/**
 * What stands at the foot of every sheet, as printToPDF's footerTemplate: a document of its own, which sees no style of
 * the report and in which Chromium fills `pageNumber` and `totalPages`.
 */
export function reportFooter(facts: ReportFacts, hash: string): Html {
  const { definition, clients, version, datasets } = facts;
  const texts = reportTexts[definition.language];
  const n = clients === null ? '0' : formatCount(clients.summary.clients);
  const gap = '\u3000';
  const left = [
    [texts.foot.asOf(definition.asOf ?? texts.notStated), texts.foot.scope(texts.allClients, n)],
    [texts.foot.source(datasets.length), texts.confidentiality[definition.confidentiality]],
  ].map((line) => line.join(gap));
  const edition = [...(version === null ? [] : [`v${version}`]), hash.slice(0, 8)].join(texts.separator);
  const line = 'display:flex;justify-content:space-between;gap:16px';
  return html`<div style="${`box-sizing:border-box;width:100%;margin:0 16mm;padding-top:5px;border-top:1px solid #e2e5ea;font:8px/1.5 ${fontStack.replaceAll('"', "'")};color:#566273`}">
<div style="${line}"><span>${left[0] ?? ''}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>
<div style="${line}"><span>${left[1] ?? ''}</span><span>${edition}</span></div>
</div>`;
}
