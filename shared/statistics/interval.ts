import { z } from 'zod';

/** Both ends of an interval of a share, each between 0 and 1. */
export const intervalSchema = z.strictObject({ low: z.number(), high: z.number() }).meta({ id: 'Interval' });
export type Interval = z.infer<typeof intervalSchema>;

/** The standard normal quantile of a two-sided 95 % interval. */
const z95 = 1.959963984540054;

/** Wilson's 95 % interval of a share of k in n (Wilson 1927), for n above 0. */
export function wilson(k: number, n: number): Interval {
  const p = k / n;
  const centre = p + z95 ** 2 / (2 * n);
  const spread = z95 * Math.sqrt((p * (1 - p)) / n + z95 ** 2 / (4 * n ** 2));
  const scale = 1 + z95 ** 2 / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
