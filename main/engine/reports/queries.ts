import { createHash } from 'node:crypto';
import type { Provenance } from '#shared/contract/index.ts';
import { isScale, writtenParameter } from '#shared/format/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { type Html, html, nothing, type ReportTexts } from '#shared/reports/index.ts';
import { computedOf, type ReportFacts } from './facts.ts';
import { readableSql } from './readableSql.ts';

/** The statements behind each figure, with placeholders and masked values. */
export function queries(facts: ReportFacts, texts: ReportTexts): Html {
  const { clients, pages, datasets } = facts;
  const all = [
    ...(clients ? [{ title: texts.appendix.clientList, provenance: clients.provenance }] : []),
    ...computedOf(pages).map(({ name, provenance }) => ({ title: name, provenance })),
  ];
  return html`${all.map(({ title, provenance }) => query(title, provenance, datasets, texts))}`;
}

/** Characters of SQL that paper is a fair place for. */
const longestPrinted = 2500;

function query(
  title: string,
  { sql: text, parameters }: Provenance,
  datasets: readonly Dataset[],
  texts: ReportTexts,
): Html {
  const words = texts.appendix;
  if (text.length > longestPrinted) {
    const statements = text.split(';\n').length;
    const sha256 = createHash('sha256').update(readableSql(text, datasets)).digest('hex');
    return html`<div class="definition query"><h4>${title}</h4><p class="small">${words.longSql(statements)}</p><p class="code">SHA-256 ${sha256}</p></div>`;
  }
  const values = parameters.map((value, i) => `$${i + 1}\u00A0=\u00A0${writtenParameter(value)}`).join(texts.comma);
  const powers = parameters.some(isScale) ? html`<p class="small">${words.powers}</p>` : nothing;
  return html`<div class="definition query"><h4>${title}</h4>
<p class="code">${readableSql(text, datasets)
    .split(';\n')
    .map((statement, i) => html`${i === 0 ? '' : html`;<br>`}${statement}`)}</p>
<p class="small">${words.parameters}${texts.colon}${parameters.length === 0 ? words.noParameters : values}</p>${powers}</div>`;
}
