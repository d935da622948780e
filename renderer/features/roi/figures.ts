import { isComparable } from '#shared/format/index.ts';
import { breakEvenOf, type RoiCampaign, type RoiDefinition } from '#shared/roi/index.ts';

export type Decay = Extract<RoiCampaign['fit'], { kind: 'decays' }>;

/** The fitted value of a period; null where there is no curve. */
export function fittedAt(fit: RoiCampaign['fit'], period: number): number | null {
  if (fit.kind !== 'decays' && fit.kind !== 'doesNotDecay') return null;
  return fit.a * Math.exp(-fit.lambda * period);
}

/** Where the line of break-even is drawn; null: amounts of units that are not known to be the same have none. */
export const evenLineOf = (definition: Pick<RoiDefinition, 'cost' | 'return' | 'decayOf'>): number | null =>
  isComparable(definition) ? breakEvenOf(definition.decayOf) : null;
