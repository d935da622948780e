/** Below this the series of the error function converges quickly; above it the continued fraction does. */
const seriesUpTo = 2.5;
const smallest = 1e-300;

/** The chance that a standard normal value is at least as far from 0 as z: between 0 and 1, exact to about 1e-14. */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  return x < seriesUpTo ? 1 - erfBySeries(x) : erfcByFraction(x);
}

/** erf x = 2/√π · e^(-x²) · Σ 2^k x^(2k+1) / (1·3·5 … (2k+1)): no term is negative, so nothing cancels. */
function erfBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; term > sum * Number.EPSILON && k < 200; k++) {
    term *= (2 * x * x) / (2 * k + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc x = e^(-x²) / √π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), by Lentz's method. */
function erfcByFraction(x: number): number {
  let f = x;
  let c = x;
  let d = 0;
  for (let k = 1; k < 500; k++) {
    d = 1 / Math.max(x + (k / 2) * d, smallest);
    c = Math.max(x + k / 2 / c, smallest);
    const step = c * d;
    f *= step;
    if (Math.abs(step - 1) < Number.EPSILON) break;
  }
  return Math.exp(-x * x) / (f * Math.sqrt(Math.PI));
}
