import { type Html, html, pageNumber, type ReportTexts } from '#shared/reports/index.ts';
import type { ReportFacts } from './facts.ts';

/** What a link to the page of a result points at; results count from 0. */
export const anchorOfResult = (index: number): string => `result-${index + 1}`;

/** The sections of the appendix, in order, each under its letter. */
export const appendixSections = ['inputs', 'clients', 'definitions', 'formulas', 'sql', 'reproduction'] as const;
export type AppendixSection = (typeof appendixSections)[number];

/** The letter of a section of the appendix. */
export const letterOf = (section: AppendixSection): string => 'ABCDEF'[appendixSections.indexOf(section)] ?? '';

/** What a link to a section of the appendix points at. */
export const anchorOfSection = (section: AppendixSection): string => `appendix-${section}`;

/** Where the results and the sections of the appendix stand; the page numbers are those of one sheet a result. */
export function contents({ pages }: ReportFacts, texts: ReportTexts): Html {
  const firstResult = 3;
  const results = pages.map(({ name }, i) => entry(String(i + 1), name, anchorOfResult(i), firstResult + i));
  const sections = appendixSections.map((section) =>
    entry(letterOf(section), texts.appendix[section], anchorOfSection(section), firstResult + pages.length),
  );
  const { title, results: resultsLabel, appendix } = texts.contents;
  return html`<h3 class="contents-title">${title}</h3>
<div class="contents"><div><p class="small">${resultsLabel}</p><ul>${results}</ul></div><div><p class="small">${appendix}</p><ul>${sections}</ul></div></div>`;
}

function entry(mark: string, name: string, anchor: string, guess: number): Html {
  return html`<li><a href="${`#${anchor}`}"><span class="mark">${mark}</span><span class="name">${name}</span>${pageNumber(anchor, guess)}</a></li>\n`;
}
