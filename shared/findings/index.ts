export type { Finding } from './finding.ts';
export { countsPeople, funnelFinding } from './funnel.ts';
export { portraitFinding, type RankedTrait, strongestTraits } from './portrait.ts';
export { roiFinding } from './roi.ts';
export { isSuppressed, segmentFinding } from './segment.ts';
export { hiddenCounts, isSmall } from './suppress.ts';
export { traitLabel, traitWords } from './traits.ts';
