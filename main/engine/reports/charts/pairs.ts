import { formatShare } from '#shared/format/index.ts';
import { type Html, html } from '#shared/reports/index.ts';

const width = 674;
const barStart = 214;
const longest = 380;
const barHeight = 9;
const step = 32;
/** What the names of the two take above the rows. */
const head = 26;
const legendStep = 90;

interface Pair {
  readonly label: string;
  readonly group: number;
  readonly base: number;
}

/** Shares of a group over those of its baseline, one pair a row, on one scale from 0, under the names of the two. */
export function pairs(rows: readonly Pair[], names: { readonly group: string; readonly base: string }): Html {
  const most = Math.max(...rows.flatMap(({ group, base }) => [group, base]), 1e-9);
  const described = rows
    .map(({ label, group, base }) => `${label} ${formatShare(group)} / ${formatShare(base)}`)
    .join('; ');
  const length = (share: number) => Math.round((share / most) * longest * 10) / 10;
  return html`<svg viewBox="0 0 ${width} ${head + step * rows.length - 12}" role="img" aria-label="${described}">
<rect class="group" x="${barStart}" y="2" width="${barHeight}" height="${barHeight}"></rect><text class="small-text" x="${barStart + 14}" y="10.5">${cut(names.group, 13)}</text>
<rect class="base" x="${barStart + legendStep}" y="2" width="${barHeight}" height="${barHeight}"></rect><text class="small-text" x="${barStart + legendStep + 14}" y="10.5">${cut(names.base, 44)}</text>
${rows.map(({ label, group, base }, i) => {
  const top = head + i * step;
  return html`<text x="0" y="${top + 16}">${cut(label)}</text>
<rect class="group" x="${barStart}" y="${top + 2}" width="${length(group)}" height="${barHeight}"></rect>
<rect class="base" x="${barStart}" y="${top + 2 + barHeight}" width="${length(base)}" height="${barHeight}"></rect>
<text class="tiny" x="${barStart + length(group) + 6}" y="${top + barHeight + 1}">${formatShare(group)}</text>
<text class="tiny share" x="${barStart + length(base) + 6}" y="${top + 2 * barHeight + 3}">${formatShare(base)}</text>
`;
})}</svg>`;
}

const wide = /[\u2e80-\uffdc]/;
/** Widths in units of half a Han character; a label has room for this many. */
const room = 34;

/** A label as far as it fits before the bars; the table below has the whole of it. */
export function cut(label: string, units: number = room): string {
  let used = 0;
  let kept = '';
  for (const character of label) {
    used += wide.test(character) ? 2 : 1.1;
    if (used > units) return `${kept}…`;
    kept += character;
  }
  return kept;
}
