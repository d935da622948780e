import { formatCount } from '#shared/format/index.ts';
import type { Dataset, Derived } from '#shared/intake/index.ts';
import {
  funnelWords,
  type Html,
  html,
  nothing,
  type ReportTexts,
  type RuleSetting,
  ruleWords,
} from '#shared/reports/index.ts';
import { type AppendixSection, anchorOfSection, letterOf } from './contents.ts';
import type { ReportFacts } from './facts.ts';
import { pageView } from './pages/index.ts';
import { queries } from './queries.ts';
import { ruleList } from './ruleList.ts';

/** What it takes to check the report: inputs, definitions, data quality, formulas, queries, versions. */
export function appendix(facts: ReportFacts, texts: ReportTexts, setting: RuleSetting, hash: string): Html {
  const words = texts.appendix;
  return html`<div class="appendix"><h2>${words.title}</h2>
${heading('inputs', texts)}
${inputs(facts, texts)}
${heading('clients', texts)}
${clients(facts, texts)}
${heading('definitions', texts)}
${definitions(facts, texts, setting)}
${heading('formulas', texts)}
<ul>${formulas(facts, words).map((text) => html`<li>${text}</li>`)}</ul>
${heading('sql', texts)}
${queries(facts, texts)}
<div class="definition">${heading('reproduction', texts)}
<table class="facets"><tbody>
<tr><th scope="row">${words.engine}</th><td>Clientscope ${facts.engine.clientscope}, DuckDB ${facts.engine.duckdb}</td></tr>
<tr><th scope="row">${words.hash}</th><td class="code">${hash}</td></tr>
</tbody></table>
<p class="small">${words.hashOf}</p></div></div>`;
}

const heading = (section: AppendixSection, texts: ReportTexts): Html =>
  html`<h3 id="${anchorOfSection(section)}">${letterOf(section)}. ${texts.appendix[section]}</h3>`;

function inputs({ datasets }: ReportFacts, texts: ReportTexts): Html {
  const words = texts.appendix;
  if (datasets.length === 0) return html`<p>${words.noInputs}</p>`;
  return html`<table>
<thead><tr><th scope="col">${words.dataset}</th><th scope="col">${words.file}</th><th scope="col" class="n">${words.rows}</th><th scope="col" class="n">${words.quarantined}</th></tr></thead>
<tbody>
${datasets.map(
  (dataset) => html`<tr><th scope="row">${dataset.name}</th>
<td>${dataset.derived ? madeOf(dataset.derived, datasets, texts) : fileOf(dataset, texts)}</td>
<td class="n">${formatCount(dataset.rows)}</td><td class="n">${dataset.derived ? '—' : formatCount(dataset.quarantined)}</td></tr>\n`,
)}</tbody>
</table>`;
}

function fileOf({ file, sha256, repaired, format, options }: Dataset, texts: ReportTexts): Html {
  const words = texts.appendix;
  return html`${file}${texts.separator}${words.format[format]}${options.encoding === undefined ? '' : texts.separator + options.encoding.toUpperCase()}${repaired === undefined ? '' : texts.separator + words.repaired(formatCount(repaired.length))}<br><span class="code">${sha256}</span>`;
}

/** A computed dataset has no file: what it was made from stands in rows of its own. */
function madeOf(
  { kind, definition, definitionVersion, sources }: Derived,
  datasets: readonly Dataset[],
  { appendix: words, comma }: ReportTexts,
): string {
  const versionOf = (table: string) => datasets.find(({ name }) => name === table)?.version ?? null;
  const from = sources.map(({ table, version }) => words.madeFrom(table, version, versionOf(table)));
  return words.made(kind, definition, definitionVersion, from.join(comma));
}

function clients({ clients: model }: ReportFacts, texts: ReportTexts): Html {
  const words = texts.appendix;
  if (model === null) return html`<p>${words.noClients}</p>`;
  const { definition, summary } = model;
  const facets: readonly (readonly [string, string])[] = [
    [words.clientList, definition.table],
    [words.clientKey, definition.key.kind === 'row' ? words.rowIsClient : definition.key.field],
    [words.clientCount, formatCount(summary.clients)],
    [words.rows, formatCount(summary.rows)],
    [words.duplicates, formatCount(summary.duplicateRows)],
    [words.blankKeys, formatCount(summary.blankKeys)],
  ];
  return html`<table class="facets"><tbody>
${facets.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>\n`)}</tbody></table>
${
  summary.facts.length === 0
    ? nothing
    : html`<ul>${summary.facts.map(
        ({ table, rows, unmatchedRows, clientsReached }) =>
          html`<li>${words.factRows(table, formatCount(rows), formatCount(unmatchedRows), formatCount(clientsReached))}</li>`,
      )}</ul>`
}`;
}

/** The formulas of what is on the pages, each once. */
function formulas({ pages, definition }: ReportFacts, words: ReportTexts['appendix']): readonly string[] {
  const own = pages.flatMap((page) => pageView(page, definition.language).formulas);
  return [...new Set([words.formulaShare, words.formulaWilson, words.formulaNull, words.formulaSmall, ...own])];
}

function definitions(facts: ReportFacts, texts: ReportTexts, setting: RuleSetting): Html {
  const { pages, referred, funnels, definition: report } = facts;
  const titled = (name: string) => `${name}${texts.separator}${texts.appendix.referredTo}`;
  const listed = [
    ...pages.map((page) => ({ title: page.name, words: pageView(page, report.language).definition(setting) })),
    ...referred.map(({ name, definition }) => ({ title: titled(name), words: ruleWords(definition.rule, setting) })),
    ...funnels.map(({ name, definition }) => ({ title: titled(name), words: funnelWords(definition, setting) })),
  ];
  return html`${listed.map(
    ({ title, words }) => html`<div class="definition"><h4>${title}</h4>${ruleList(words)}</div>`,
  )}`;
}
