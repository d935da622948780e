/** Points to fit: period numbers, values and weights above zero, of one length. */
export interface Series {
  readonly t: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  /** Room for the powers of a curve: they are the work, and are needed twice. */
  readonly powers: Float64Array;
}

/** level·e^(-λ(t - origin)), the origin being the end of the range where the curve is highest: no power overflows. */
export interface Exponential {
  readonly lambda: number;
  readonly level: number;
  readonly origin: number;
  /** Weighted sum of squared residuals. */
  readonly rss: number;
}

/** Beyond this a curve falls (or grows) by more than e^10 in one period: data by period cannot tell how fast. */
export const steepest = 10;

const gridPoints = 60;
/** Smallest change over the whole range that the grid tells from none. */
const flattest = 1e-5;

/** The value of a curve in period `t`. */
export function valueAt({ level, lambda, origin }: Exponential, t: number): number {
  return level * Math.exp(-lambda * (t - origin));
}

/**
 * Least squares fit of a·e^(-λt) on the original scale. For a given λ the best a is linear (variable projection), so only λ
 * is searched: on a grid over all speeds for the lowest valley, then in it for the λ at which the slope is zero.
 */
export function fitExponential(series: Series): Exponential {
  const grid = lambdas(rangeOf(series));
  const tried = grid.map((lambda) => evaluate(series, lambda));
  let best = 0;
  tried.forEach((each, i) => {
    if (each.rss < (tried[best]?.rss ?? Number.POSITIVE_INFINITY)) best = i;
  });
  const [low, high] = [grid[best - 1], grid[best + 1]];
  const found = tried[best];
  if (!found) throw new RangeError('no grid');
  return low === undefined || high === undefined ? found : bisect(series, low, high);
}

/**
 * The same fit from a start close by, by damped Gauss-Newton, until the next step would change less than a ten-thousandth
 * over the whole range; by the grid where that does not settle.
 */
export function refitExponential(series: Series, start: Shape): Exponential {
  const tolerance = 1e-4 / rangeOf(series);
  let now = fitted(series, start);
  for (let round = 0; round < 40; round++) {
    const limit = 2 * Math.max(Math.abs(now.lambda), 1 / rangeOf(series));
    let step = Math.max(-limit, Math.min(limit, now.step));
    if (!Number.isFinite(step)) break;
    if (Math.abs(step) < tolerance) return now;
    let next = evaluate(series, clamp(now.lambda + step));
    for (let halved = 0; next.rss > now.rss && halved < 40; halved++) {
      step /= 2;
      next = evaluate(series, clamp(now.lambda + step));
    }
    if (next.rss > now.rss || next.lambda === now.lambda) return now;
    now = next;
  }
  return fitExponential(series);
}

interface Evaluated extends Exponential {
  /** Half of how the sum of squares changes with λ. */
  readonly slope: number;
  /** The Gauss-Newton step of λ. */
  readonly step: number;
}

/** All of a curve of a given λ that does not depend on the values: made once for the start of many fits. */
interface Shape {
  readonly lambda: number;
  readonly origin: number;
  /** f = e^(-λu) for u = t - origin. */
  readonly powers: Float64Array;
  /** Weighted sums of f², f²u and f²u². */
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** The shape of λ; `powers` is room for its powers, as many as there are points. */
export function shapeOf({ t, weight }: Series, lambda: number, powers: Float64Array): Shape {
  const n = t.length;
  const origin = lambda >= 0 ? (t[0] ?? 0) : (t[n - 1] ?? 0);
  fillPowers(t, lambda, powers);
  let [a, b, c] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const u = (t[i] ?? 0) - origin;
    const f = powers[i] ?? 0;
    const wff = (weight[i] ?? 0) * f * f;
    a += wff;
    b += wff * u;
    c += wff * u * u;
  }
  return { lambda, origin, powers, a, b, c };
}

const evaluate = (series: Series, lambda: number): Evaluated => fitted(series, shapeOf(series, lambda, series.powers));

/** The best curve of a shape, and where the sum of squares leads from there. */

function fitted({ t, y, weight }: Series, { lambda, origin, powers, a, b, c }: Shape): Evaluated {
  const n = t.length;
  let yf = 0;
  for (let i = 0; i < n; i++) yf += (weight[i] ?? 0) * (powers[i] ?? 0) * (y[i] ?? 0);
  const level = yf / a;
  let [rss, ruf] = [0, 0];
  for (let i = 0; i < n; i++) {
    const f = powers[i] ?? 0;
    const r = (y[i] ?? 0) - level * f;
    const wr = (weight[i] ?? 0) * r;
    rss += wr * r;
    ruf += wr * ((t[i] ?? 0) - origin) * f;
  }
  return { lambda, level, origin, rss, slope: level * ruf, step: (-a * ruf) / (level * (a * c - b * b)) };
}

/** e^(-λ(t - origin)) for each t, one from the other: most are one period apart, and powers are what a fit spends its time on. */
function fillPowers(t: Float64Array, lambda: number, powers: Float64Array): void {
  const n = t.length;
  const one = Math.exp(-Math.abs(lambda));
  let power = 1;
  for (let k = 0; k < n; k++) {
    const i = lambda >= 0 ? k : n - 1 - k;
    if (k > 0) {
      const gap = Math.abs((t[i] ?? 0) - (t[lambda >= 0 ? i - 1 : i + 1] ?? 0));
      power *= gap === 1 ? one : one ** gap;
    }
    powers[i] = power;
  }
}

/** The sum of squares falls at `low` and rises at `high`: halves the bracket until the two meet. */
function bisect(series: Series, low: number, high: number): Exponential {
  let [left, right] = [low, high];
  for (let round = 0; round < 200; round++) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) break;
    if (evaluate(series, middle).slope < 0) left = middle;
    else right = middle;
  }
  return evaluate(series, left + (right - left) / 2);
}

/** From growing steeply over flat to falling steeply. */
function lambdas(range: number): number[] {
  const slowest = flattest / range;
  const ratio = (steepest / slowest) ** (1 / (gridPoints - 1));
  const falling = Array.from({ length: gridPoints }, (_, i) => slowest * ratio ** i);
  return [...falling.map((lambda) => -lambda).reverse(), 0, ...falling];
}

const rangeOf = ({ t }: Series): number => Math.max(1, (t[t.length - 1] ?? 0) - (t[0] ?? 0));
const clamp = (lambda: number): number => Math.max(-steepest, Math.min(steepest, lambda));
