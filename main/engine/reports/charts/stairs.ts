import { type Html, html, nothing } from '#shared/reports/index.ts';
import { cut } from './pairs.ts';

const width = 674;
const barStart = 150;
const longest = 250;
const barHeight = 20;
const step = 28;

interface Stair {
  readonly label: string;
  /** Of the first step, 0 to 1. */
  readonly share: number;
  readonly count: string;
  /** The share of the first step, as it is written. */
  readonly told: string;
  /** The share of the step before, and its interval; empty where there is none to tell. */
  readonly since: string;
  /** The step that the message of the page is about. */
  readonly leaks: boolean;
}

/**
 * The steps of a funnel, one bar under the other, as long as the share of the first that reached them, with the share of the
 * step before under `sinceLabel` at the right. The one that leaks differs by colour and by mark.
 */
export function stairs(steps: readonly Stair[], sinceLabel: string): Html {
  const described = steps.map(({ label, count, told }) => `${label} ${count} ${told}`).join('; ');
  return html`<svg viewBox="0 0 ${width} ${step * steps.length - (step - barHeight)}" role="img" aria-label="${described}">
<text class="small-text share" x="${width}" y="${barHeight / 2 + 4}" text-anchor="end">${sinceLabel}</text>
${steps.map(({ label, share, count, told, since, leaks }, i) => {
  const length = Math.round(share * longest * 10) / 10;
  const top = i * step;
  const middle = top + barHeight / 2 + 4;
  return html`${i === 0 ? nothing : html`<path class="grid" d="M0 ${top - (step - barHeight) / 2}H${width}"></path>`}<text x="0" y="${middle}">${cut(`${i + 1}. ${label}`, 23)}</text>
<rect class="${leaks ? 'look' : 'group'}" x="${barStart}" y="${top}" width="${length}" height="${barHeight}"></rect>
<text x="${barStart + length + 8}" y="${middle}"><tspan class="count">${count}</tspan><tspan class="share" dx="10">${told}</tspan></text>
<text class="${leaks ? 'look-ink' : 'share'}" x="${width}" y="${middle}" text-anchor="end">${leaks && since !== '' ? `▼ ${since}` : since}</text>
`;
})}</svg>`;
}
