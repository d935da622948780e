import { expect } from 'vitest';

const voids = new Set(['meta', 'br']);
const allowed = new Set([
  ...[
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'header',
    'main',
    'section',
    'div',
    'span',
    'a',
    'p',
    'br',
    'h1',
    'h2',
  ],
  ...[
    'h3',
    'h4',
    'dl',
    'dt',
    'dd',
    'ol',
    'ul',
    'li',
    'figure',
    'figcaption',
    'table',
    'caption',
    'thead',
    'tbody',
    'tr',
  ],
  ...['th', 'td', 'svg', 'g', 'path', 'rect', 'circle', 'text', 'tspan'],
]);

/** A document in which nothing of ours went wrong and nothing from outside got through as markup. */
export function expectSound(html: string): void {
  const page = html.replace(/<!doctype html>/, '').replace(/<style>[\s\S]*?<\/style>/g, '');
  const open: string[] = [];
  for (const [tag, close, name = '', attributes = ''] of page.matchAll(/<(\/?)([a-zA-Z!][^\s>/]*)([^<>]*)>/g)) {
    if (!allowed.has(name)) expect.fail(`a foreign element: ${tag.slice(0, 80)}`);
    if (!/^(\s[\w:-]+="[^"<>]*")*\s?$/.test(attributes)) expect.fail(`a broken attribute: ${tag.slice(0, 200)}`);
    // A link leads to another place of the document, and nowhere else.
    const live = name === 'a' ? attributes.replace(/^ href="#[\w-]+"$/, '') : attributes;
    if (/\s(on\w+|src|href)=/i.test(live.replace(/"[^"]*"/g, ''))) expect.fail(`a live attribute: ${tag}`);
    if (close) expect(name).toBe(open.pop());
    else if (!voids.has(name)) open.push(name);
    const numbers = attributes.match(/NaN|undefined|null|Infinity|\[object/);
    if (numbers) expect.fail(`${numbers[0]} in ${tag.slice(0, 200)}`);
  }
  expect(open).toEqual([]);
  const stray = page.replace(/<\/?[a-z][^<>]*>/g, '').match(/.{0,40}[<>].{0,40}/);
  if (stray) expect.fail(`markup between the elements: ${stray[0]}`);
  expect(page).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  const wrong = textOf(page).match(/.{0,60}(NaN|undefined|\bnull\b|Infinity|\[object).{0,40}/);
  if (wrong) expect.fail(`${wrong[1]} in: ${wrong[0]}`);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of a piece of HTML. */
export const textOf = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
