import {
  addUp,
  formatCount,
  formatInterval,
  formatShare,
  type Html,
  html,
  nothing,
  type ReportTexts,
  type RuleSetting,
  ruleWords,
} from '#shared/reports/index.ts';
import { wilson } from '#shared/statistics/index.ts';
import { bars } from './bars.ts';
import type { ReportFacts, SegmentFacts } from './facts.ts';
import { certainty, finding, isSuppressed } from './finding.ts';
import { ruleList } from './ruleList.ts';

/** One result a page: the message, the figures, the picture, the rule, the table, and how it was computed. */
export function segmentPage(
  segment: SegmentFacts,
  number: number,
  facts: ReportFacts,
  texts: ReportTexts,
  setting: RuleSetting,
): Html {
  const words = texts.segment;
  const countable = segment.result.base > 0 && !isSuppressed(segment.result);
  return html`<h2>${clauses(finding(segment, texts))}</h2>
<p class="lead">${certainty(segment, texts)}</p>
${keyFigures(segment, texts, countable)}
${
  countable
    ? html`<figure>${bars(segment.result, texts)}<figcaption>${words.figure(number)}</figcaption></figure>`
    : nothing
}
<h3>${words.rule}</h3>
${ruleList(ruleWords(segment.definition.rule, setting))}
${countable ? table(segment, number, texts) : nothing}
<p class="note">${words.method} ${words.read(tablesRead(segment, facts, texts))}</p>`;
}

/** A sentence that breaks between its clauses rather than inside one, where it can. */
function clauses(sentence: string): readonly Html[] {
  return sentence.split(/(?<=[，；])|(?<=[,;:] )/u).map((clause) => html`<span class="clause">${clause}</span>`);
}

function keyFigures({ result: { clients, base } }: SegmentFacts, texts: ReportTexts, countable: boolean): Html {
  const words = texts.segment;
  const hidden = '—';
  const figures: readonly (readonly [string, string])[] = [
    [countable ? formatCount(clients) : hidden, words.inside],
    [countable ? formatShare(clients / base) : hidden, words.share],
    [countable ? formatCount(base - clients) : hidden, words.rest],
    [formatCount(base), words.base],
  ];
  return html`<dl class="figures">${figures.map(([value, label]) => html`<div><dd>${value}</dd><dt>${label}</dt></div>`)}</dl>`;
}

function table({ result: { clients, base } }: SegmentFacts, number: number, texts: ReportTexts): Html {
  const words = texts.segment;
  const rows = [
    { label: words.inside, count: clients, interval: true },
    { label: words.rest, count: base - clients, interval: true },
    { label: words.total, count: base, interval: false },
  ];
  return html`<table>
<caption>${words.table(number)}</caption>
<thead><tr><th scope="col">${words.group}</th><th scope="col" class="n">${words.count}</th><th scope="col" class="n">${words.share}</th><th scope="col" class="n">${words.interval}</th></tr></thead>
<tbody>
${rows.map(
  ({ label, count, interval }) =>
    html`<tr><th scope="row">${label}</th><td class="n">${formatCount(count)}</td><td class="n">${formatShare(count / base)}</td><td class="n">${interval ? formatInterval(wilson(count, base)) : ''}</td></tr>\n`,
)}</tbody>
</table>${addUp([clients / base, (base - clients) / base]) ? nothing : html`<p class="small">${words.rounding}</p>`}`;
}

function tablesRead({ provenance }: SegmentFacts, { datasets }: ReportFacts, texts: ReportTexts): string {
  return provenance.tables
    .map(({ table: name, rows }) => {
      const quarantined = datasets.find((dataset) => dataset.name === name)?.quarantined ?? 0;
      return texts.segment.tableRead(name, formatCount(rows), formatCount(quarantined));
    })
    .join(texts.comma);
}
