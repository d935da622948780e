import type { RoiCampaign, RoiDefinition } from '#shared/roi/index.ts';
import { formatCount } from '../../app/format/numbers.ts';

export type Measure = RoiDefinition['decayOf'];
export type Decay = Extract<RoiCampaign['fit'], { kind: 'decays' }>;

/** ROAS as a ratio, ROI as a percentage; a dash where there is none. */
export function formatMeasure(value: number | null, measure: Measure): string {
  if (value === null) return '—';
  const shown = measure === 'roas' ? value : value * 100;
  const decimals = Math.abs(shown) >= 10_000 ? 0 : measure === 'roas' ? 2 : 1;
  return `${shown.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}${measure === 'roi' ? '%' : ''}`;
}

/** A length of time in periods: two decimals, none where they would be out of place. */
export function formatLength(value: number): string {
  if (value >= 1000) return formatCount(value);
  return value.toFixed(value >= 100 ? 1 : 2);
}

/** A parameter of a fit, to four digits. */
export function formatParameter(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.0001 || size >= 1e6)) return value.toExponential(2);
  return String(Number(value.toPrecision(4)));
}

export const formatR2 = (value: number | null): string => (value === null ? '—' : value.toFixed(3));

/** The fitted value of a period; null where there is no curve. */
export function fittedAt(fit: RoiCampaign['fit'], period: number): number | null {
  if (fit.kind !== 'decays' && fit.kind !== 'doesNotDecay') return null;
  return fit.a * Math.exp(-fit.lambda * period);
}

/** Where cost has just come back. */
export const breakEvenOf = (measure: Measure): number => (measure === 'roas' ? 1 : 0);
