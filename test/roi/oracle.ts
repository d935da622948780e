/** ROI figures worked out a second time, in another way: row by row, in whole cents, periods by stepping through a calendar. */

export interface OracleRow {
  readonly campaign: string | null;
  /** A number as it stands, or an ISO day. */
  readonly at: number | string | null;
  /** In hundredths. */
  readonly cost: number | null;
  readonly back: number | null;
}

export type OraclePeriod =
  | { readonly kind: 'number' }
  | { readonly kind: 'date'; readonly unit: 'day' | 'week' | 'month'; readonly launch: string | null };

export interface OraclePeriodSums {
  period: number;
  rows: number;
  cost: number;
  back: number;
}

export interface OracleResult {
  readonly leftOut: Readonly<Record<'noPeriod' | 'badPeriod' | 'beforeLaunch' | 'noCost' | 'noReturn', number>>;
  readonly negative: { cost: number; return: number };
  /** Every period from the first to the last, gaps included. */
  readonly campaigns: ReadonlyMap<string | null, { launch: string | null; periods: OraclePeriodSums[] }>;
}

export function oracle(rows: readonly OracleRow[], period: OraclePeriod): OracleResult {
  const leftOut = { noPeriod: 0, badPeriod: 0, beforeLaunch: 0, noCost: 0, noReturn: 0 };
  const used: { campaign: string | null; at: number | string; cost: number; back: number }[] = [];
  for (const { campaign, at, cost, back } of rows) {
    if (at === null) leftOut.noPeriod++;
    else if (typeof at === 'number' && !Number.isInteger(at)) leftOut.badPeriod++;
    else if (isBeforeLaunch(at, period)) leftOut.beforeLaunch++;
    else if (cost === null) leftOut.noCost++;
    else if (back === null) leftOut.noReturn++;
    else used.push({ campaign, at, cost, back });
  }
  const campaigns = new Map<string | null, { launch: string | null; periods: OraclePeriodSums[] }>();
  for (const name of new Set(used.map(({ campaign }) => campaign))) {
    const own = used.filter(({ campaign }) => campaign === name);
    const launch =
      period.kind === 'number' ? null : (period.launch ?? own.map(({ at }) => String(at)).sort()[0] ?? null);
    const numberOf = (at: number | string) =>
      typeof at === 'number' || period.kind === 'number' ? Number(at) : periodOf(launch ?? at, at, period.unit);
    const numbers = own.map(({ at }) => numberOf(at));
    const periods: OraclePeriodSums[] = [];
    for (let each = Math.min(...numbers); each <= Math.max(...numbers); each++) {
      const inIt = own.filter((_, i) => numbers[i] === each);
      const sum = (side: 'cost' | 'back') => inIt.reduce((total, row) => total + row[side], 0);
      periods.push({ period: each, rows: inIt.length, cost: sum('cost'), back: sum('back') });
    }
    campaigns.set(name, { launch, periods });
  }
  const negative = {
    cost: used.filter(({ cost }) => cost < 0).length,
    return: used.filter(({ back }) => back < 0).length,
  };
  return { leftOut, negative, campaigns };
}

function isBeforeLaunch(at: number | string, period: OraclePeriod): boolean {
  if (period.kind === 'number') return Number(at) < 0;
  return period.launch !== null && String(at) < period.launch;
}

/** Steps from the launch until the next period would begin after the day. */
function periodOf(launch: string, day: string, unit: 'day' | 'week' | 'month'): number {
  let number = 1;
  while (beginning(launch, number, unit) <= day) number++;
  return number;
}

/** The first day after so many periods, ISO. */
function beginning(launch: string, after: number, unit: 'day' | 'week' | 'month'): string {
  const [year = 0, month = 1, day = 1] = launch.split('-').map(Number);
  const iso = (at: Date) => at.toISOString().slice(0, 10);
  if (unit !== 'month') return iso(new Date(Date.UTC(year, month - 1, day + after * (unit === 'week' ? 7 : 1))));
  const lastDay = new Date(Date.UTC(year, month + after, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 + after, Math.min(day, lastDay))));
}

export interface Dot {
  readonly t: number;
  readonly y: number;
  readonly w: number;
}

/** The weighted sum of squares of a·e^(-λt) with the best a for this λ. */
export function sumOfSquares(dots: readonly Dot[], lambda: number): { rss: number; a: number } {
  const wave = (t: number) => Math.exp(-lambda * t);
  const up = dots.reduce((sum, { t, y, w }) => sum + w * y * wave(t), 0);
  const down = dots.reduce((sum, { t, w }) => sum + w * wave(t) ** 2, 0);
  const a = up / down;
  return { a, rss: dots.reduce((sum, { t, y, w }) => sum + w * (y - a * wave(t)) ** 2, 0) };
}

/** The fit found by brute force: a fine grid of λ, then golden section search around its lowest point. */
export function bruteForce(dots: readonly Dot[]): { lambda: number; a: number } {
  const grid = Array.from({ length: 6001 }, (_, i) => -1 + i * 0.002);
  const value = (lambda: number) => sumOfSquares(dots, lambda).rss;
  const best = grid.reduce((least, lambda) => (value(lambda) < value(least) ? lambda : least), 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [best - 0.002, best + 0.002];
  while (high - low > 1e-9) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (value(left) < value(right)) high = right;
    else low = left;
  }
  const lambda = (low + high) / 2;
  return { lambda, a: sumOfSquares(dots, lambda).a };
}

/**
 * How far from its lowest point a sum of squares is the same to the last digit of a double, for want of which no search finds λ
 * more exactly: the valley of a decay that is over after one period is nearly level.
 */
export function levelAround(dots: readonly Dot[], lambda: number): number {
  const value = (at: number) => sumOfSquares(dots, at).rss;
  const step = 1e-3 * Math.max(1, Math.abs(lambda));
  const bend = (value(lambda + step) + value(lambda - step) - 2 * value(lambda)) / step ** 2;
  return Math.sqrt((2 * Number.EPSILON * value(lambda)) / bend);
}

/** The standard error of λ by the textbook: the root of s²·(JᵀWJ)⁻¹, s² = weighted rss / (n - 2). */
export function standardError(dots: readonly Dot[], { a, lambda }: { a: number; lambda: number }): number {
  const sum = (of: (dot: Dot) => number) => dots.reduce((total, dot) => total + dot.w * of(dot), 0);
  const wave = (t: number) => Math.exp(-lambda * t);
  const aa = sum(({ t }) => wave(t) ** 2);
  const al = sum(({ t }) => -a * t * wave(t) ** 2);
  const ll = sum(({ t }) => (a * t * wave(t)) ** 2);
  const s2 = sumOfSquares(dots, lambda).rss / (dots.length - 2);
  return Math.sqrt((s2 * aa) / (aa * ll - al * al));
}
