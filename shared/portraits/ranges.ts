/** Ranges a numeric field is cut into at most. */
export const mostRanges = 8;

/** How far down an edge may move to become a round number, as a share of the way to the one before. */
const leeway = 1 / 5;

/** Moves a value down to a rounder one, by less than `within`. */
export type RoundDown = (value: number, within: number) => number;

/**
 * Edges between ranges: quantiles, moved down to round numbers near by. They rise strictly, lie above `low` and not above
 * `high`; each range still holds the quantile that it was made for. The same input gives the same edges.
 */
export function edgesOf(quantiles: readonly number[], low: number, high: number, round: RoundDown): number[] {
  const cuts = [...new Set(quantiles)].filter((cut) => cut > low && cut <= high).sort((a, b) => a - b);
  return cuts.map((cut, i) => {
    const before = cuts[i - 1] ?? low;
    const moved = round(cut, (cut - before) * leeway);
    return moved > before && moved <= cut ? moved : cut;
  });
}

/** Down to a multiple of 1, 2 or 5 times a power of ten. */
export const roundNumber: RoundDown = (value, within) => {
  const power = Math.floor(Math.log10(within));
  if (!(within > 0) || power < -12 || power > 300) return value;
  const times = within / 10 ** power;
  const step = times >= 5 ? 5 : times >= 2 ? 2 : 1;
  const units = Math.floor(value / (step * 10 ** power) + 1e-9);
  // Written out and read back, so that 3 x 0.1 is 0.3.
  return Number(`${units * step}e${power}`);
};

/** The same among whole numbers. */
export const roundWhole: RoundDown = (value, within) => (within < 1 ? value : roundNumber(value, within));

const msPerDay = 86_400_000;
const daysOfYear = 366;
const daysOfMonth = 31;

/** Days since 1970 moved to the first day of their year or month. */
export const roundDay: RoundDown = (day, within) => {
  const at = new Date(day * msPerDay);
  if (within >= daysOfYear) return dayOf(at.getUTCFullYear(), 0);
  return within >= daysOfMonth ? dayOf(at.getUTCFullYear(), at.getUTCMonth()) : day;
};

const dayOf = (year: number, month: number): number => {
  const at = new Date(0);
  // Date.UTC would take years below 100 for those of the 20th century.
  at.setUTCFullYear(year, month, 1);
  return at.getTime() / msPerDay;
};

/** Days since 1970 as ISO text. */
export const isoDay = (day: number): string => new Date(Math.round(day) * msPerDay).toISOString().slice(0, 10);
