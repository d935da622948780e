import type { Locale } from '#shared/errors/index.ts';
import { isSuppressed, segmentFinding } from '#shared/findings/index.ts';
import { addUp, formatCount, formatInterval, formatShare } from '#shared/format/index.ts';
import { type Html, html, nothing, reportTexts, ruleWords } from '#shared/reports/index.ts';
import type { SegmentResult } from '#shared/segments/index.ts';
import { wilson } from '#shared/statistics/index.ts';
import { bars } from '../charts/bars.ts';
import type { SegmentPage } from '../facts.ts';
import { ruleList } from '../ruleList.ts';
import type { PageSetting, PageView } from './page.ts';

/** A segment beside the rest. */
export function segmentView({ name, definition, result }: SegmentPage, locale: Locale): PageView {
  const words = reportTexts[locale].segment;
  const { clients, base } = result;
  const countable = base > 0 && !isSuppressed(result);
  const hidden = '—';
  return {
    finding: segmentFinding(name, result, locale),
    figures: () => [
      [countable ? formatCount(clients) : hidden, words.inside],
      [countable ? formatShare(clients / base) : hidden, words.share],
      [countable ? formatCount(base - clients) : hidden, words.rest],
      [formatCount(base), words.base],
    ],
    picture: ({ texts, figure }) =>
      countable ? { drawing: bars(result, texts), caption: words.figure(figure) } : null,
    body: (setting) => html`<h3>${words.rule}</h3>
${ruleList(ruleWords(definition.rule, setting.rules))}
${countable ? table(result, setting) : nothing}`,
    method: words.method,
    definition: (rules) => ruleWords(definition.rule, rules),
    formulas: [],
  };
}

function table({ clients, base }: SegmentResult, { table: number, texts }: PageSetting): Html {
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
