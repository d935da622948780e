/** Small, plain implementations, independent of the product's own. */

/** Upper tail of the chi-squared distribution, by Wilson and Hilferty's normal approximation. */
function chiSquaredTail(statistic: number, degrees: number): number {
  const spread = 2 / (9 * degrees);
  return normalTail((Math.cbrt(statistic / degrees) - (1 - spread)) / Math.sqrt(spread));
}

/** Upper tail of the standard normal distribution (Abramowitz and Stegun 26.2.17). */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

/** p-value of the chi-squared test that a grouping has nothing to do with a yes/no outcome. */
export function independence(groups: readonly string[], outcomes: readonly boolean[]): number {
  const counts = new Map<string, { n: number; yes: number }>();
  groups.forEach((group, i) => {
    const count = counts.get(group) ?? { n: 0, yes: 0 };
    count.n += 1;
    if (outcomes[i]) count.yes += 1;
    counts.set(group, count);
  });
  const rate = outcomes.filter(Boolean).length / outcomes.length;
  let statistic = 0;
  for (const { n, yes } of counts.values()) statistic += (yes - n * rate) ** 2 / (n * rate * (1 - rate));
  return chiSquaredTail(statistic, counts.size - 1);
}

/** p-value (two-sided, rank sum) of a number being alike where the outcome is yes and where it is no. */
export function rankSum(values: readonly number[], outcomes: readonly boolean[]): number {
  const order = values.map((value, i) => ({ value, yes: outcomes[i] === true })).sort((a, b) => a.value - b.value);
  let sum = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]?.value === order[from]?.value) to += 1;
    const yes = order.slice(from, to).filter((item) => item.yes).length;
    sum += yes * ((from + 1 + to) / 2);
  }
  const yes = outcomes.filter(Boolean).length;
  const no = outcomes.length - yes;
  const z = (sum - (yes * (yes + no + 1)) / 2) / Math.sqrt((yes * no * (yes + no + 1)) / 12);
  return 2 * normalTail(Math.abs(z));
}

/** Half-life of a·e^(-λt) fitted by weighted least squares on the original scale: a in closed form, λ by golden section. */
export function halfLife(points: readonly { t: number; y: number; weight: number }[]): number {
  const error = (rate: number): number => {
    let [xy, xx] = [0, 0];
    for (const { t, y, weight } of points) {
      xy += weight * y * Math.exp(-rate * t);
      xx += weight * Math.exp(-2 * rate * t);
    }
    return points.reduce((sum, { t, y, weight }) => sum + weight * (y - (xy / xx) * Math.exp(-rate * t)) ** 2, 0);
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [1e-6, 2];
  while (high - low > 1e-10) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (error(left) < error(right)) high = right;
    else low = left;
  }
  return Math.LN2 / ((low + high) / 2);
}
