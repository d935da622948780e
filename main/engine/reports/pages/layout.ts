import { formatCount } from '#shared/format/index.ts';
import { type Html, html, nothing, type ReportTexts } from '#shared/reports/index.ts';
import { anchorOfResult } from '../contents.ts';
import type { ComputedPage, PageFacts, ReportFacts } from '../facts.ts';
import { pageView } from './index.ts';
import type { PageSetting, PageView } from './page.ts';

/** One result a page, in order; figures and tables are numbered through all of them. */
export function resultPages(pages: readonly PageFacts[], setting: Omit<PageSetting, 'figure' | 'table'>): Html[] {
  const next = { figure: 1, table: 1 };
  return pages.map((page, i) => {
    const laidOut = resultPage(page, anchorOfResult(i), { ...setting, ...next });
    next.figure += countOf('<figcaption>', laidOut);
    next.table += countOf('<caption>', laidOut);
    return laidOut;
  });
}

const countOf = (tag: string, { text }: Html): number => text.split(tag).length - 1;

/** The message, the figures, the picture, the tables, and how it was computed. */
function resultPage(page: PageFacts, anchor: string, setting: PageSetting): Html {
  const { texts, facts } = setting;
  const view = pageView(page, facts.definition.language);
  return html`<h2 id="${anchor}">${clauses(sentenceOf(page, facts))}</h2>
<p class="lead">${editedMark(page, texts)}${view.finding.certainty}</p>
${page.kind === 'failed' ? nothing : resultOf(page, view, setting)}`;
}

function resultOf(page: ComputedPage, view: PageView, setting: PageSetting): Html {
  const { texts, facts } = setting;
  const picture = view.picture(setting);
  const figures = view.figures(setting);
  return html`<dl class="figures">${figures.map(([value, label]) => html`<div><dd>${value}</dd><dt>${label}</dt></div>`)}</dl>
${picture === null ? nothing : html`<figure><figcaption>${picture.caption}</figcaption>${picture.drawing}</figure>`}
${view.body(setting)}
<div class="note"><p>${view.method}</p><p>${texts.read(tablesRead(page, facts, texts))}</p></div>`;
}

/** The message of a page: the analyst's sentence, or the product's. */
export function sentenceOf(page: PageFacts, { definition }: ReportFacts): string {
  return editedIn(page) ?? pageView(page, definition.language).finding.sentence;
}

/** A sentence that breaks between its clauses rather than inside one, where it can. */
export function clauses(sentence: string): readonly Html[] {
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
      const dataset = datasets.find((each) => each.name === name);
      if (dataset?.derived) return texts.tableMade(name, formatCount(rows));
      return texts.tableRead(name, formatCount(rows), formatCount(dataset?.quarantined ?? 0));
    })
    .join(texts.comma);
}
