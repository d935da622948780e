import { createHash } from 'node:crypto';
import type { Provenance } from '#shared/contract/index.ts';
import { inLines, isScale, statementsOf, writtenParameter } from '#shared/format/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { type Html, html, nothing, type ReportTexts } from '#shared/reports/index.ts';
import { computedOf, type ReportFacts } from './facts.ts';
import { readableSql } from './readableSql.ts';
import { deepestLine } from './styles.ts';

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
    const statements = statementsOf(text, parameters).length;
    const sha256 = createHash('sha256').update(readableSql(text, datasets)).digest('hex');
    return html`<div class="definition query"><h4>${title}</h4><p class="small">${words.longSql(statements)}</p><p class="code">SHA-256 ${sha256}</p></div>`;
  }
  const powers = parameters.some(isScale) ? html`<p class="small">${words.powers}</p>` : nothing;
  const statements = statementsOf(readableSql(text, datasets), parameters);
  return html`<div class="definition query"><h4>${title}</h4>
${statements.map((each) => html`<p class="code sql">${inLines(each.sql).split('\n').map(line)}</p>${written(each.parameters, texts)}`)}${powers}</div>`;
}

/** What a line goes on with where it is too long stands further in than it. By class: the preview takes no style attributes. */
const line = (text: string): Html => {
  const depth = Math.min(deepestLine, (text.length - text.trimStart().length) / 2);
  return html`<span class="line in${depth}">${text.trimStart().split(wide).map(letters)}</span>`;
};

/** The narrow letters would also replace full-width brackets, which are others. */
const wide = /([^\p{ASCII}]+)/u;
const letters = (text: string, at: number): Html =>
  at % 2 === 0 ? html`${text}` : html`<span class="wide">${text}</span>`;

function written(parameters: readonly Provenance['parameters'][number][], texts: ReportTexts): Html {
  if (parameters.length === 0) return nothing;
  const values = parameters.map((value, i) => `$${i + 1}\u00A0=\u00A0${writtenParameter(value)}`).join(texts.comma);
  return html`<p class="small">${texts.appendix.parameters}${texts.colon}${values}</p>`;
}
