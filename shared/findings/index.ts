export type { Finding } from './finding.ts';
export { countsPeople, funnelFinding, leakingStep } from './funnel.ts';
export { isHiddenTrait, portraitFinding, tooFewToShow } from './portrait.ts';
export { campaignFinding, fastestDecay, roiFinding } from './roi.ts';
export { isSuppressed, segmentFinding } from './segment.ts';
export { hiddenCounts, hiddenGroupSteps, hiddenSteps, isSmall } from './suppress.ts';
