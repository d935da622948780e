import { formatCount } from '#shared/format/index.ts';
import { type Html, html, nothing, type ReportTexts } from '#shared/reports/index.ts';
import type { ComputedPage, PageFacts, ReportFacts } from '../facts.ts';
import { pageView } from './index.ts';
import type { PageSetting, PageView } from './page.ts';

/** One result a page: the message, the figures, the picture, the tables, and how it was computed. */
export function resultPage(page: PageFacts, setting: PageSetting): Html {
  const { texts, facts } = setting;
  const view = pageView(page, facts.definition.language);
  return html`<h2>${clauses(sentenceOf(page, facts))}</h2>
<p class="lead">${editedMark(page, texts)}${view.finding.certainty}</p>
${page.kind === 'failed' ? nothing : resultOf(page, view, setting)}`;
}

function resultOf(page: ComputedPage, view: PageView, setting: PageSetting): Html {
  const { texts, facts } = setting;
  const picture = view.picture(setting);
  const figures = view.figures(setting);
  return html`<dl class="figures">${figures.map(([value, label]) => html`<div><dd>${value}</dd><dt>${label}</dt></div>`)}</dl>
${picture === null ? nothing : html`<figure>${picture.drawing}<figcaption>${picture.caption}</figcaption></figure>`}
${view.body(setting)}
<p class="note">${view.method} ${texts.read(tablesRead(page, facts, texts))}</p>`;
}

/** The message of a page: the analyst's sentence, or the product's. */
export function sentenceOf(page: PageFacts, { definition }: ReportFacts): string {
  return editedIn(page) ?? pageView(page, definition.language).finding.sentence;
}

/** A sentence that breaks between its clauses rather than inside one, where it can. */
function clauses(sentence: string): readonly Html[] {
  return sentence.split(/(?<=[，；])|(?<=[,;:] )/u).map((clause) => html`<span class="clause">${clause}</span>`);
}

/** Says so where the sentence is the analyst's own. */
export const editedMark = (page: PageFacts, texts: ReportTexts): Html =>
  editedIn(page) === null ? nothing : html`<span class="edited">${texts.edited}</span> `;

/** A sentence written about a result says nothing of a page that has none. */
const editedIn = (page: PageFacts): string | null => (page.kind === 'failed' ? null : page.edited);

function tablesRead({ provenance }: ComputedPage, { datasets }: ReportFacts, texts: ReportTexts): string {
  return provenance.tables
    .map(({ table: name, rows }) => {
      const quarantined = datasets.find((dataset) => dataset.name === name)?.quarantined ?? 0;
      return texts.tableRead(name, formatCount(rows), formatCount(quarantined));
    })
    .join(texts.comma);
}
