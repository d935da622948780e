/** Points to fit: period numbers, values and weights above zero, of one length. */
export interface Series {
  readonly t: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
}

/** level·e^(-λ(t - origin)), the origin being the end of the range where the curve is highest: no power overflows. */
export interface Curve {
  readonly lambda: number;
  readonly level: number;
  readonly origin: number;
}

/** A curve with how well it fits. */
export interface Exponential extends Curve {
  /** Weighted sum of squared residuals. */
  readonly rss: number;
}

/** Beyond this a curve falls (or grows) by more than e^10 in one period: data by period cannot tell how fast. */
export const steepest = 10;

const gridPoints = 60;
/** Smallest change over the whole range that the grid tells from none. */
const flattest = 1e-5;

/** The value of a curve in period `t`. */
export function valueAt({ level, lambda, origin }: Curve, t: number): number {
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
  const found = tried[best];
  if (!found) throw new RangeError('no grid');
  // At an end of the grid the valley may still lie before it.
  const low = grid[best - 1] ?? (found.slope < 0 ? found.lambda : undefined);
  const high = grid[best + 1] ?? (found.slope > 0 ? found.lambda : undefined);
  return low === undefined || high === undefined ? found : bisect(series, low, high);
}

/**
 * The same fit from the best curve of a λ close by, by damped Gauss-Newton, until the next step would change less than a
 * ten-thousandth over the whole range; by the grid where that does not settle.
 */
export function refitExponential(series: Series, start: Evaluated): Exponential {
  const range = rangeOf(series);
  const tolerance = 1e-4 / range;
  let now = start;
  for (let round = 0; round < 40; round++) {
    const limit = 2 * Math.max(Math.abs(now.lambda), 1 / range);
    let step = Math.max(-limit, Math.min(limit, now.step));
    if (!Number.isFinite(step)) break;
    if (Math.abs(step) < tolerance) return now;
    let next = bestNear(series, clamp(now.lambda + step), now.level);
    for (let halved = 0; next.rss > now.rss && halved < 40; halved++) {
      step /= 2;
      next = bestNear(series, clamp(now.lambda + step), now.level);
    }
    if (next.rss > now.rss || next.lambda === now.lambda) return now;
    now = next;
  }
  return fitExponential(series);
}

/** The best curve of a given λ, and where the sum of squares leads from there. */
export interface Evaluated extends Exponential {
  /** Half of how the sum of squares changes with λ. */
  readonly slope: number;
  /** The Gauss-Newton step of λ. */
  readonly step: number;
}

/** Two passes: what is left beside the level that the first one finds loses nothing to rounding. */
const evaluate = (series: Series, lambda: number): Evaluated =>
  bestNear(series, lambda, bestNear(series, lambda, 0).level);

/**
 * The same where its level is nearly known: in one pass, because what is left of the values beside that level is small and
 * its sums lose nothing to rounding. Each power comes from the one before it, from the curve's highest end on: most are
 * one period apart, and powers take time. One variable a line: those of a list would be kept on the heap.
 */
function bestNear({ t, y, weight }: Series, lambda: number, near: number): Evaluated {
  const n = t.length;
  const forward = lambda >= 0;
  const origin = t[forward ? 0 : n - 1] ?? 0;
  const one = Math.exp(-Math.abs(lambda));
  // f = e^(-λu), u = t - origin, r = y - near·f: weighted sums of f², f²u, f²u², fr, fur and r².
  let f = 1;
  let u = 0;
  let ff = 0;
  let ffu = 0;
  let ffuu = 0;
  let fr = 0;
  let fur = 0;
  let rr = 0;
  for (let k = 0; k < n; k++) {
    const i = forward ? k : n - 1 - k;
    const moved = (t[i] ?? 0) - origin;
    const gap = Math.abs(moved - u);
    if (gap !== 0) f *= gap === 1 ? one : one ** gap;
    u = moved;
    const r = (y[i] ?? 0) - near * f;
    const wf = (weight[i] ?? 0) * f;
    const wff = wf * f;
    ff += wff;
    ffu += wff * u;
    ffuu += wff * u * u;
    fr += wf * r;
    fur += wf * r * u;
    rr += (weight[i] ?? 0) * r * r;
  }
  return evaluated({ lambda, level: near, origin }, { ff, ffu, ffuu }, { fr, fur, rr });
}

/** Weighted sums over a curve's powers f and distances u from its origin. */
export interface CurveSums {
  readonly ff: number;
  readonly ffu: number;
  readonly ffuu: number;
}

/** Weighted sums with the residuals r beside a curve. */
export interface ResidualSums {
  readonly fr: number;
  readonly fur: number;
  readonly rr: number;
}

/** The best curve of the λ of one that is near, from the sums over it and over what is left beside it. */
export function evaluated(
  { lambda, level: near, origin }: Curve,
  { ff, ffu, ffuu }: CurveSums,
  { fr, fur, rr }: ResidualSums,
): Evaluated {
  const beside = fr / ff;
  const level = near + beside;
  const slope = fur - beside * ffu;
  const step = (-ff * slope) / (level * (ff * ffuu - ffu * ffu));
  return { lambda, level, origin, rss: rr - beside * fr, slope: level * slope, step };
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
