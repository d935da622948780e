import { formatCount, formatShare } from '#shared/format/index.ts';
import { type Html, html, type ReportTexts } from '#shared/reports/index.ts';
import type { SegmentResult } from '#shared/segments/index.ts';

const width = 674;
const barStart = 80;
const longest = 430;
const barHeight = 26;
const step = 38;

/** The figure of a segment page: the segment beside the rest, as vector bars with their numbers. */
export function bars({ clients, base }: SegmentResult, texts: ReportTexts): Html {
  const rest = base - clients;
  const most = Math.max(clients, rest, 1);
  const { inside, rest: restLabel } = texts.segment;
  const rows = [
    { label: inside, count: clients, fill: 'group' },
    { label: restLabel, count: rest, fill: 'base' },
  ];
  const described = rows.map(({ label, count }) => `${label} ${formatCount(count)}`).join(texts.comma);
  return html`<svg viewBox="0 0 ${width} ${step * rows.length - (step - barHeight)}" role="img" aria-label="${described}">
${rows.map(({ label, count, fill }, i) => {
  const length = Math.round((count / most) * longest * 10) / 10;
  const middle = i * step + barHeight / 2 + 5;
  return html`<text x="0" y="${middle}">${label}</text>
<rect class="${fill}" x="${barStart}" y="${i * step}" width="${length}" height="${barHeight}"></rect>
<text x="${barStart + length + 8}" y="${middle}"><tspan class="count">${formatCount(count)}</tspan><tspan class="share" dx="12">${formatShare(count / base)}</tspan></text>
`;
})}</svg>`;
}
