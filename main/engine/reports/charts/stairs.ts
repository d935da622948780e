import { type Html, html } from '#shared/reports/index.ts';
import { cut } from './pairs.ts';

const width = 674;
const barStart = 150;
const longest = 400;
const barHeight = 20;
const step = 30;

interface Stair {
  readonly label: string;
  /** Of the first step, 0 to 1. */
  readonly share: number;
  readonly count: string;
  readonly told: string;
}

/** The steps of a funnel, one bar under the other, as long as the share of the first that reached them. */
export function stairs(steps: readonly Stair[]): Html {
  const described = steps.map(({ label, count, told }) => `${label} ${count} ${told}`).join('; ');
  return html`<svg viewBox="0 0 ${width} ${step * steps.length - (step - barHeight)}" role="img" aria-label="${described}">
${steps.map(({ label, share, count, told }, i) => {
  const length = Math.round(share * longest * 10) / 10;
  const middle = i * step + barHeight / 2 + 4;
  return html`<text x="0" y="${middle}">${cut(`${i + 1}. ${label}`, 23)}</text>
<rect class="base" x="${barStart}" y="${i * step}" width="${longest}" height="${barHeight}" opacity="0.35"></rect>
<rect class="group" x="${barStart}" y="${i * step}" width="${length}" height="${barHeight}"></rect>
<text x="${barStart + longest + 10}" y="${middle}"><tspan class="count">${count}</tspan><tspan class="share" dx="10">${told}</tspan></text>
`;
})}</svg>`;
}
