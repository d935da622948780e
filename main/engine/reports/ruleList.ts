import { type Html, html, nothing, type RuleWords } from '#shared/reports/index.ts';

/** A rule in words as a nested list. */
export function ruleList(words: RuleWords): Html {
  return html`<ul class="rule">${item(words)}</ul>`;
}

function item({ text, items }: RuleWords): Html {
  return html`<li>${text}${items.length === 0 ? nothing : html`<ul>${items.map(item)}</ul>`}</li>`;
}
