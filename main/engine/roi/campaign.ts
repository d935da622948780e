import { fitDecay, type RoiCampaign, type RoiDefinition, type RoiPeriodResult } from '#shared/roi/index.ts';
import { figuresOf, isPaidBack, nothing, plus, type Units } from './figures.ts';
import { toNumber } from './scale.ts';
import type { RoiScales } from './sums.ts';

/** The sums of one period that has rows. */
export interface PeriodSums extends Units {
  readonly period: number;
  readonly rows: number;
}

/** The value of each measure at which cost has just come back; ROI's is 0, which an exponential curve never reaches. */
const breakEvens = { roas: 1, roi: null } as const;

/** One campaign: its periods without gaps, cumulative figures, payback and decay. `sums` are in order and not empty. */
export function campaignOf(
  name: string | null,
  launch: string | null,
  sums: readonly PeriodSums[],
  scales: RoiScales,
  measure: RoiDefinition['decayOf'],
): RoiCampaign {
  const all = sums.reduce<Units>(plus, nothing);
  const rows = sums.reduce((total, each) => total + each.rows, 0);
  const periods: RoiPeriodResult[] = [];
  let [cumulative, seen]: [Units, number] = [nothing, 0];
  let [payback, paybackLost]: [number | null, number | null] = [null, null];
  const first = sums[0]?.period ?? 0;
  const found = new Map(sums.map((each) => [each.period, each]));
  for (let period = first; period <= (sums.at(-1)?.period ?? first); period++) {
    const own = found.get(period) ?? { ...nothing, rows: 0 };
    cumulative = plus(cumulative, own);
    seen += own.rows;
    const paid = isPaidBack(cumulative, scales);
    if (paid) payback ??= period;
    else if (payback !== null) paybackLost ??= period;
    periods.push({
      period,
      rows: own.rows,
      ...figuresOf(own, scales, own.rows),
      cumulative: figuresOf(cumulative, scales, seen),
    });
  }
  const points = periods.flatMap((each) => {
    const value = each[measure];
    const weight = toNumber(found.get(each.period)?.cost ?? 0n, scales.cost);
    return value === null ? [] : [{ period: each.period, value, weight }];
  });
  const fit = fitDecay(points, breakEvens[measure]);
  return { name, launch, rows, ...figuresOf(all, scales, rows), payback, paybackLost, fit, periods };
}
