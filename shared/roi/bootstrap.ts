import { type Curve, type CurveSums, evaluated, refitExponential, type Series, valueAt } from './exponential.ts';
import { seededRandom } from './random.ts';

/** The curves of all resamples, by column: thousands of them are looked at again and again. */
export interface Resampled {
  readonly lambda: Float64Array;
  readonly level: Float64Array;
  readonly origin: Float64Array;
}

/**
 * Residual bootstrap of a weighted fit (Davison and Hinkley 1997, 6.2): residuals made comparable by the root of their
 * weight, widened by n / (n - 2) for the two parameters that were fitted, centred, and dealt out anew to the fitted values.
 */
export function bootstrap(
  series: Series,
  curve: Curve,
  { seed, resamples }: { seed: number; resamples: number },
): Resampled {
  const n = series.t.length;
  const fitted = series.t.map((t) => valueAt(curve, t));
  const root = series.weight.map(Math.sqrt);
  const residuals = comparableResiduals(series, fitted, root);
  const { sums, byPower, byDistance } = curveSums(series, curve, root);
  const random = seededRandom(seed);
  const drawn = new Float64Array(n);
  const weightless = root.map((each) => 1 / each);
  const y = new Float64Array(n);
  const dealt = { ...series, y };
  const all = {
    lambda: new Float64Array(resamples),
    level: new Float64Array(resamples),
    origin: new Float64Array(resamples),
  };
  for (let k = 0; k < resamples; k++) {
    random(drawn);
    // The curve they were dealt to is where each fit starts: its powers are known, and its residuals are those dealt.
    let fr = 0;
    let fur = 0;
    let rr = 0;
    for (let i = 0; i < n; i++) {
      const residual = residuals[((drawn[i] ?? 0) * n) | 0] ?? 0;
      y[i] = (fitted[i] ?? 0) + residual * (weightless[i] ?? 1);
      fr += residual * (byPower[i] ?? 0);
      fur += residual * (byDistance[i] ?? 0);
      rr += residual * residual;
    }
    const found = refitExponential(dealt, evaluated(curve, sums, { fr, fur, rr }));
    all.lambda[k] = found.lambda;
    all.level[k] = found.level;
    all.origin[k] = found.origin;
  }
  return all;
}

function comparableResiduals(series: Series, fitted: Float64Array, root: Float64Array): Float64Array {
  const n = fitted.length;
  const raw = fitted.map((value, i) => ((series.y[i] ?? 0) - value) * (root[i] ?? 0) * Math.sqrt(n / (n - 2)));
  const mean = raw.reduce((sum, value) => sum + value, 0) / n;
  return raw.map((value) => value - mean);
}

/** The sums over a curve, and what a residual that is dealt to each period adds to those beside it. */
function curveSums(
  { t, weight }: Series,
  { lambda, origin }: Curve,
  root: Float64Array,
): { sums: CurveSums; byPower: Float64Array; byDistance: Float64Array } {
  const powers = t.map((each) => Math.exp(-lambda * (each - origin)));
  const over = (term: (u: number) => number) =>
    t.reduce((sum, each, i) => sum + (weight[i] ?? 0) * (powers[i] ?? 0) ** 2 * term(each - origin), 0);
  const byPower = powers.map((power, i) => power * (root[i] ?? 0));
  return {
    sums: { ff: over(() => 1), ffu: over((u) => u), ffuu: over((u) => u * u) },
    byPower,
    byDistance: byPower.map((each, i) => each * ((t[i] ?? 0) - origin)),
  };
}
