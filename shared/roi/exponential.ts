/** Points to fit: period numbers, values and weights above zero, of one length. */
export interface Series {
  readonly t: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  /** Room for the powers of a curve. */
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
export function refitExponential(series: Series, start: Exponential): Exponential {
  const range = rangeOf(series);
  const tolerance = 1e-4 / range;
  let now = bestNear(series, start.lambda, start.level);
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

interface Evaluated extends Exponential {
  /** Half of how the sum of squares changes with λ. */
  readonly slope: number;
  /** The Gauss-Newton step of λ. */
  readonly step: number;
}

/** The best curve of a given λ, and where the sum of squares leads from there. */
const evaluate = (series: Series, lambda: number): Evaluated =>
  bestNear(series, lambda, bestNear(series, lambda, 0).level);

/**
 * The same where its level is nearly known: in one pass, because what is left of the values beside that level is small and
 * its sums lose nothing to rounding. One variable a line: those of a list would be kept on the heap.
 */
function bestNear({ t, y, weight, powers }: Series, lambda: number, near: number): Evaluated {
  const n = t.length;
  const origin = fillPowers(t, lambda, powers);
  // f = e^(-λu), u = t - origin, r = y - near·f: weighted sums of f², f²u, f²u², fr, fur and r².
  let ff = 0;
  let ffu = 0;
  let ffuu = 0;
  let fr = 0;
  let fur = 0;
  let rr = 0;
  for (let i = 0; i < n; i++) {
    const f = powers[i] ?? 0;
    const u = (t[i] ?? 0) - origin;
    const r = (y[i] ?? 0) - near * f;
    const wr = (weight[i] ?? 0) * r;
    const wff = (weight[i] ?? 0) * f * f;
    ff += wff;
    ffu += wff * u;
    ffuu += wff * u * u;
    fr += wr * f;
    fur += wr * f * u;
    rr += wr * r;
  }
  const beside = fr / ff;
  const level = near + beside;
  const slope = fur - beside * ffu;
  return {
    ...{ lambda, level, origin, rss: rr - beside * fr },
    ...{ slope: level * slope, step: (-ff * slope) / (level * (ff * ffuu - ffu * ffu)) },
  };
}

/** e^(-λ(t - origin)) for each t, one from the other: most are one period apart, and powers take time. Returns the origin. */
function fillPowers(t: Float64Array, lambda: number, powers: Float64Array): number {
  const n = t.length;
  const one = Math.exp(-Math.abs(lambda));
  let power = 1;
  if (lambda >= 0) {
    powers[0] = 1;
    for (let i = 1; i < n; i++) {
      const gap = (t[i] ?? 0) - (t[i - 1] ?? 0);
      power *= gap === 1 ? one : one ** gap;
      powers[i] = power;
    }
    return t[0] ?? 0;
  }
  powers[n - 1] = 1;
  for (let i = n - 2; i >= 0; i--) {
    const gap = (t[i + 1] ?? 0) - (t[i] ?? 0);
    power *= gap === 1 ? one : one ** gap;
    powers[i] = power;
  }
  return t[n - 1] ?? 0;
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
