import type { Measure, RoiCampaign } from '#shared/roi/index.ts';

export type Decay = Extract<RoiCampaign['fit'], { kind: 'decays' }>;

/** The fitted value of a period; null where there is no curve. */
export function fittedAt(fit: RoiCampaign['fit'], period: number): number | null {
  if (fit.kind !== 'decays' && fit.kind !== 'doesNotDecay') return null;
  return fit.a * Math.exp(-fit.lambda * period);
}

/** Where cost has just come back. */
export const breakEvenOf = (measure: Measure): number => (measure === 'roas' ? 1 : 0);
