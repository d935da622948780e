export { assess, type CountedDimension, type CountedTrait, type Three } from './assess.ts';
export * from './definition.ts';
export { type Moments, standardisedDifference } from './measures.ts';
export { edgesOf, isoDay, mostRanges, roundDay, roundNumber, roundWhole } from './ranges.ts';
export * from './result.ts';
export { type Trait, traitRule } from './trait.ts';
