import { type Exponential, refitExponential, type Series, valueAt } from './exponential.ts';
import { seededRandom } from './random.ts';

/** The curve of one resample. */
export type Resampled = Exponential;

/**
 * Residual bootstrap of a weighted fit (Davison and Hinkley 1997, 6.2): residuals made comparable by the root of their
 * weight, widened by n / (n - 2) for the two parameters that were fitted, centred, and dealt out anew to the fitted values.
 */
export function bootstrap(
  series: Series,
  curve: Exponential,
  { seed, resamples }: { seed: number; resamples: number },
): Resampled[] {
  const n = series.t.length;
  const fitted = series.t.map((t) => valueAt(curve, t));
  const root = series.weight.map(Math.sqrt);
  const raw = fitted.map((value, i) => ((series.y[i] ?? 0) - value) * (root[i] ?? 0) * Math.sqrt(n / (n - 2)));
  const mean = raw.reduce((sum, value) => sum + value, 0) / n;
  const residuals = raw.map((value) => value - mean);
  const random = seededRandom(seed);
  const drawn = new Float64Array(n);
  const weightless = root.map((each) => 1 / each);
  const y = new Float64Array(n);
  const dealt = { ...series, y };
  return Array.from({ length: resamples }, () => {
    random(drawn);
    for (let i = 0; i < n; i++) {
      y[i] = (fitted[i] ?? 0) + (residuals[((drawn[i] ?? 0) * n) | 0] ?? 0) * (weightless[i] ?? 1);
    }
    return refitExponential(dealt, curve);
  });
}
