import type { RoiFigures } from '#shared/roi/index.ts';
import { toAmount, toNumber } from './scale.ts';
import type { RoiScales } from './sums.ts';

/** Cost and return, each in the units of its column. */
export interface Units {
  readonly cost: bigint;
  readonly return: bigint;
}

export const nothing: Units = { cost: 0n, return: 0n };

export function plus(a: Units, b: Units): Units {
  return { cost: a.cost + b.cost, return: a.return + b.return };
}

/** Amounts with their ratios; a ratio that a cost cannot give is null with the reason (formulas.md, "ROI"). */
export function figuresOf(units: Units, scales: RoiScales, rows: number): RoiFigures {
  const amounts = { cost: toAmount(units.cost, scales.cost), return: toAmount(units.return, scales.return) };
  const none = (noRatio: NonNullable<RoiFigures['noRatio']>): RoiFigures => ({
    ...amounts,
    roas: null,
    roi: null,
    noRatio,
  });
  if (rows === 0) return none('noRows');
  if (units.cost === 0n) return none('zeroCost');
  if (units.cost < 0n) return none('negativeCost');
  const cost = toNumber(units.cost * scales.factors.cost, scales.cost);
  const back = toNumber(units.return * scales.factors.return, scales.return);
  const [roas, roi] = [back / cost, (back - cost) / cost];
  return Number.isFinite(roas) && Number.isFinite(roi) ? { ...amounts, roas, roi, noRatio: null } : none('tooLarge');
}

/** Whether cost above zero has come back, exactly. */
export function isPaidBack(units: Units, scales: RoiScales): boolean {
  if (units.cost <= 0n) return false;
  const { cost, return: back, factors } = scales;
  const [spent, came] = [units.cost * factors.cost, units.return * factors.return];
  if (cost.kind === 'exact' && back.kind === 'exact') {
    return came * 10n ** BigInt(cost.places) >= spent * 10n ** BigInt(back.places);
  }
  return toNumber(came, back) >= toNumber(spent, cost);
}
