/** A piece of HTML. Only `html` makes one, so text from outside can enter a page solely escaped. */
export class Html {
  readonly text: string;

  /** For this file alone: use `html` or `join`. */
  constructor(text: string) {
    this.text = text;
  }
}

type Insert = Html | string | number | readonly Html[];

/** Tagged template: pieces of HTML are put in as they are, everything else escaped, in text and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return new Html(strings.reduce((text, part, i) => (i === 0 ? part : text + render(inserts[i - 1] ?? '') + part), ''));
}

/** Constant text of our own that must not be escaped: a style sheet. Never for text from outside. */
export function constant(text: string): Html {
  return new Html(text);
}

/** No HTML at all. */
export const nothing = new Html('');

function render(insert: Insert): string {
  if (insert instanceof Html) return insert.text;
  return typeof insert === 'object' ? insert.map((piece) => piece.text).join('') : escapeHtml(String(insert));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML, and shows what would otherwise hide or turn the text around it. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Names from outside may hold line ends, control characters and marks that reverse the direction of text. */
function visible(text: string): string {
  return text
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '⏎')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu, '\uFFFD');
}
