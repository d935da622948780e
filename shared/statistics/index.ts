export { adjustByBenjaminiHochberg } from './adjust.ts';
export { type Interval, intervalSchema, wilson } from './interval.ts';
export { twoSided } from './normal.ts';
export { compareShares, type ProportionTest } from './proportions.ts';
export { type Psi, psi } from './psi.ts';
export { correlation, ranksOf } from './spearman.ts';
