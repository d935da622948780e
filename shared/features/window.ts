import type { FeatureWindow } from './definition.ts';

const msPerDay = 86_400_000;

/** The day after an ISO day: where windows end, not itself in. */
export const dayAfter = (day: string): string => isoOf(Date.parse(`${day}T00:00:00Z`) + msPerDay);

/** The first day of a window that ends with `asOf`; null where it has none. A month from a 31st is the last day of a shorter one. */
export function windowStart(asOf: string, window: FeatureWindow): string | null {
  if (window.kind === 'all') return null;
  const end = dayAfter(asOf);
  if (window.unit === 'day') return isoOf(Date.parse(`${end}T00:00:00Z`) - window.size * msPerDay);
  const [year = 0, month = 1, day = 1] = end.split('-').map(Number);
  const months = year * 12 + (month - 1) - window.size;
  const lastDay = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  return isoOf(Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, lastDay)));
}

const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
