import type { Locale } from '../errors/index.ts';
import { formatCount, formatDecimal, toDecimals } from '../format/index.ts';
import type { RoiDefinition } from './definition.ts';
import type { RoiCampaign } from './result.ts';

export type Measure = RoiDefinition['decayOf'];

/** What the measures are called, in every language. */
export const measureNames: Readonly<Record<Measure, string>> = { roas: 'ROAS', roi: 'ROI' };

/** Where cost has just come back. */
export const breakEvenOf = (measure: Measure): number => (measure === 'roas' ? 1 : 0);

/** ROAS as a ratio, ROI as a percentage; a dash where there is none. */
export function formatMeasure(value: number | null, measure: Measure): string {
  if (value === null) return '—';
  const shown = measure === 'roas' ? value : value * 100;
  const decimals = Math.abs(shown) >= 10_000 ? 0 : measure === 'roas' ? 2 : 1;
  const text = besideEven(shown, measure === 'roas' ? 1 : 0, decimals) ?? formatDecimal(shown, decimals);
  return `${text}${measure === 'roi' ? '%' : ''}`;
}

/** A value that would round to break-even and is not: with up to two more decimals, and never at it from below. */
function besideEven(value: number, even: number, decimals: number): string | null {
  if (value === even || formatDecimal(value, decimals) !== formatDecimal(even, decimals)) return null;
  for (const more of [decimals + 1, decimals + 2]) {
    const text = formatDecimal(value, more);
    if (text !== formatDecimal(even, more)) return text;
  }
  return value < even ? formatDecimal(even - 10 ** -(decimals + 2), decimals + 2) : null;
}

/** A length of time in periods: two decimals, fewer where they would be out of place. */
export function formatLength(value: number): string {
  if (value >= 1000) return formatCount(value);
  return toDecimals(value, value >= 100 ? 1 : 2);
}

/** Both ends of an interval of such a length: 2.71–3.32. */
export const formatLengths = ({ low, high }: { low: number; high: number }): string =>
  `${formatLength(low)}–${formatLength(high)}`;

/** A parameter of a fit, to four digits. */
export function formatParameter(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.0001 || size >= 1e6)) return value.toExponential(2);
  return String(Number(value.toPrecision(4)));
}

export const formatR2 = (value: number | null): string => (value === null ? '—' : toDecimals(value, 3));

const nameless = {
  zh: { whole: '全部投放', unnamed: '（未填活动）' },
  en: { whole: 'All spending', unnamed: '(no campaign)' },
} as const;

/** A campaign by its name; one that has none, or whose name cannot be seen, is still called something. */
export function campaignName(
  { name }: Pick<RoiCampaign, 'name'>,
  { campaign }: Pick<RoiDefinition, 'campaign'>,
  locale: Locale,
): string {
  if (name !== null) return name.trim() === '' ? `“${name}”` : name;
  return nameless[locale][campaign === null ? 'whole' : 'unnamed'];
}
