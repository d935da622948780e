import { type Html, html, nothing } from '#shared/reports/index.ts';
import { cut } from './pairs.ts';
import { niceTicks } from './ticks.ts';

const width = 674;
const plot = { left: 40, top: 10, right: 520, bottom: 236 };
const height = 270;

interface Curve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** a·e^(-λx) from `from` to `to`, and beyond it as far as it was worked out; null: none. */
  readonly fit: {
    readonly a: number;
    readonly lambda: number;
    readonly from: number;
    readonly to: number;
  } | null;
}

/** Marks tell series apart where colours are printed grey or not seen. */
const marks = [
  (x: number, y: number) => html`<circle cx="${x}" cy="${y}" r="2.6"></circle>`,
  (x: number, y: number) => html`<rect x="${round(x - 2.4)}" y="${round(y - 2.4)}" width="4.8" height="4.8"></rect>`,
  (x: number, y: number) => html`<path d="M${x} ${round(y - 3)}l3 5.4h-6z"></path>`,
  (x: number, y: number) => html`<path d="M${x} ${round(y - 3.4)}l3.4 3.4-3.4 3.4-3.4-3.4z"></path>`,
  (x: number, y: number) =>
    html`<path class="stroke" d="M${round(x - 2.6)} ${round(y - 2.6)}l5.2 5.2m0-5.2l-5.2 5.2"></path>`,
] as const;

/** Series of points with their fitted curves, a level line, axes and names at the right. */
export function curves(
  series: readonly Curve[],
  { level, xLabel, yLabel }: { level: number; xLabel: string; yLabel: string },
): Html {
  const all = series.flatMap(({ points }) => points);
  const xs = niceTicks(Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x)), 8);
  const ys = niceTicks(Math.min(0, level, ...all.map(({ y }) => y)), Math.max(level, ...all.map(({ y }) => y)), 5);
  const [x0, x1] = [xs[0] ?? 0, Math.max(xs.at(-1) ?? 1, (xs[0] ?? 0) + 1)];
  const [y0, y1] = [ys[0] ?? 0, ys.at(-1) ?? 1];
  const px = (x: number) => round(plot.left + ((x - x0) / (x1 - x0)) * (plot.right - plot.left));
  const py = (y: number) => round(plot.bottom - ((y - y0) / (y1 - y0)) * (plot.bottom - plot.top));
  const described = series.map(({ name, points }) => `${name}: ${points.length}`).join('; ');
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${`${yLabel}, ${xLabel}. ${described}`}">
${ys.map((y) => html`<path class="grid" d="M${plot.left} ${py(y)}H${plot.right}"></path><text class="tick" x="${plot.left - 6}" y="${py(y) + 4}" text-anchor="end">${tickText(y)}</text>`)}
${xs.map((x) => html`<text class="tick" x="${px(x)}" y="${plot.bottom + 16}" text-anchor="middle">${tickText(x)}</text>`)}
<path class="level" d="M${plot.left} ${py(level)}H${plot.right}"></path>
<text class="tick" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 32}" text-anchor="middle">${xLabel}</text>
${series.map(({ points, fit }, i) => {
  const mark = marks[i % marks.length] ?? marks[0];
  return html`<g class="${`series s${(i % 5) + 1}`}">${fit === null ? nothing : html`<path class="fit" d="${fitPath(fit, px, py)}"></path>`}${points.map(({ x, y }) => mark(px(x), py(y)))}</g>\n`;
})}
${series.map(({ name }, i) => {
  const mark = marks[i % marks.length] ?? marks[0];
  const y = plot.top + 12 + i * 20;
  return html`<g class="${`series s${(i % 5) + 1}`}">${mark(plot.right + 18, y - 4)}</g><text x="${plot.right + 28}" y="${y}">${cut(name, 20)}</text>`;
})}</svg>`;
}

function fitPath(
  { a, lambda, from, to }: NonNullable<Curve['fit']>,
  px: (x: number) => number,
  py: (y: number) => number,
): string {
  const steps = 48;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const x = from + ((to - from) * i) / steps;
    return `${i === 0 ? 'M' : 'L'}${px(x)} ${py(a * Math.exp(-lambda * x))}`;
  }).join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
const tickText = (value: number): string => String(Number(value.toPrecision(6)));
