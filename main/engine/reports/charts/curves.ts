import { type Html, html, nothing } from '#shared/reports/index.ts';
import { cut } from './pairs.ts';
import { niceTicks, wholeTicks } from './ticks.ts';

const width = 674;
const height = 292;
const plot = { left: 40, top: 40, right: 598, bottom: 252 };
/** Names stand in a row above the plot. */
const legend = { x: 40, y: 10, each: 127 };
/** Two labels of an axis that are closer than this would touch. */
const apart = 18;

interface Curve {
  readonly name: string;
  /** The one that the message of the page is about: drawn over the others. */
  readonly inFocus: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** a·e^(-λx) from `from` to `to`; null: none. */
  readonly fit: {
    readonly a: number;
    readonly lambda: number;
    readonly from: number;
    readonly to: number;
  } | null;
}

interface Axes {
  readonly xLabel: string;
  readonly yLabel: string;
  yText(value: number): string;
  /** A line across the plot, with its name; null: none. */
  readonly level: { readonly value: number; readonly label: string } | null;
  /** Where the series in focus falls below the level; null: nowhere. */
  readonly crossing: number | null;
}

/** Marks tell series apart where colours are printed grey or not seen. */
const marks = [
  (x: number, y: number) => html`<circle cx="${x}" cy="${y}" r="2.8"></circle>`,
  (x: number, y: number) => html`<rect x="${round(x - 2.2)}" y="${round(y - 2.2)}" width="4.4" height="4.4"></rect>`,
  (x: number, y: number) => html`<path d="M${x} ${round(y - 2.8)}l2.8 5h-5.6z"></path>`,
  (x: number, y: number) => html`<path d="M${x} ${round(y - 3.2)}l3.2 3.2-3.2 3.2-3.2-3.2z"></path>`,
  (x: number, y: number) =>
    html`<path class="stroke" d="M${round(x - 2.4)} ${round(y - 2.4)}l4.8 4.8m0-4.8l-4.8 4.8"></path>`,
] as const;

/** Series of points with their fitted curves over whole numbers, the one in focus first and foremost. */
export function curves(given: readonly Curve[], { level, crossing, xLabel, yLabel, yText }: Axes): Html {
  const series = given.toSorted((a, b) => Number(b.inFocus) - Number(a.inFocus));
  const all = series.flatMap(({ points }) => points);
  const [x0, last] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const x1 = Math.max(last, x0 + 1);
  const levels = level === null ? [] : [level.value];
  const begins = series.flatMap(({ fit }) => (fit === null ? [] : [fit.a * Math.exp(-fit.lambda * fit.from)]));
  const heights = [0, ...levels, ...begins, ...all.map(({ y }) => y)];
  const ys = niceTicks(Math.min(...heights), Math.max(...heights), 5);
  const [y0, y1] = [ys[0] ?? 0, ys.at(-1) ?? 1];
  const px = (x: number) => round(plot.left + ((x - x0) / (x1 - x0)) * (plot.right - plot.left));
  const py = (y: number) => round(plot.bottom - ((y - y0) / (y1 - y0)) * (plot.bottom - plot.top));
  const cross = level !== null && crossing !== null && crossing > x0 && crossing <= x1 ? crossing : null;
  const xs = wholeTicks(x0, last, 8).filter((x) => cross === null || Math.abs(px(x) - px(cross)) >= apart);
  const markOf = (i: number) => marks[i % marks.length] ?? marks[0];
  const classOf = ({ inFocus }: Curve, i: number) => `series s${(i % 5) + 1}${inFocus ? ' focus' : ''}`;
  const drawn = series.map((each, i) => {
    const fit = each.fit === null ? nothing : html`<path class="fit" d="${fitPath(each.fit, px, py)}"></path>`;
    return html`<g class="${classOf(each, i)}">${fit}${each.points.map(({ x, y }) => markOf(i)(px(x), py(y)))}</g>\n`;
  });
  const described = series.map(({ name, points }) => `${name}: ${points.length}`).join('; ');
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${`${yLabel}, ${xLabel}. ${described}`}">
${series.map((each, i) => {
  const x = legend.x + i * legend.each;
  return html`<g class="${classOf(each, i)}">${markOf(i)(x, legend.y - 4)}</g><text class="${each.inFocus ? 'small-text count' : 'small-text'}" x="${x + 9}" y="${legend.y}">${cut(each.name, 20)}</text>`;
})}
<text class="tick" x="${plot.left - 6}" y="${plot.top - 12}" text-anchor="end">${yLabel}</text>
${ys.map((y) => html`<path class="grid" d="M${plot.left} ${py(y)}H${plot.right}"></path><text class="tick" x="${plot.left - 6}" y="${py(y) + 3.5}" text-anchor="end">${yText(y)}</text>`)}
${xs.map((x) => html`<text class="tick" x="${px(x)}" y="${plot.bottom + 16}" text-anchor="middle">${x}</text>`)}
<text class="tick" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 34}" text-anchor="middle">${xLabel}</text>
${level === null ? nothing : html`<path class="level" d="M${plot.left} ${py(level.value)}H${plot.right}"></path><text class="small-text look-ink" x="${plot.right + 6}" y="${py(level.value) + 4}">${level.label}</text>`}
${level === null || cross === null ? nothing : html`<path class="level" d="M${px(cross)} ${py(level.value)}V${plot.bottom}"></path><text class="tick look-ink" x="${px(cross)}" y="${plot.bottom + 16}" text-anchor="middle">${cross}</text>`}
${drawn.toReversed()}</svg>`;
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
