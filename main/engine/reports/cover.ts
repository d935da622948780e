import { formatCount } from '#shared/format/index.ts';
import { type Html, html, type ReportTexts } from '#shared/reports/index.ts';
import type { ReportFacts } from './facts.ts';

/** The first page: what this is, what for, how confidential, and what it stands on. */
export function cover(facts: ReportFacts, texts: ReportTexts, hash: string): Html {
  const { definition, version } = facts;
  const labels = texts.cover;
  const facets: readonly (readonly [string, string])[] = [
    [labels.purpose, texts.purpose[definition.purpose]],
    [labels.confidentiality, texts.confidentiality[definition.confidentiality]],
    [labels.asOf, definition.asOf ?? texts.notStated],
    [labels.scope, scopeOf(facts, texts)],
    [labels.version, version === null ? labels.unsaved : labels.versionNumber(version)],
    [labels.masking, labels.masked],
    [labels.hash, hash.slice(0, 8)],
  ];
  return html`<header class="cover">
<div class="product">${texts.product}</div>
<div class="mark">${texts.confidentiality[definition.confidentiality]}</div>
<div class="name">
<p class="purpose">${texts.purpose[definition.purpose]}</p>
<h1>${definition.title}</h1>
</div>
<dl>${facets.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
</header>
`;
}

/** What the figures stand for: all clients of the list, with their number. */
export function scopeOf({ clients }: ReportFacts, texts: ReportTexts): string {
  return clients === null
    ? texts.appendix.noClients
    : `${texts.allClients}${texts.comma}${texts.clients(formatCount(clients.summary.clients))}`;
}
