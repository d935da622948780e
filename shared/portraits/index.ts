export { assess, type CountedDimension, type CountedTrait, type Three } from './assess.ts';
export * from './definition.ts';
export {
  fieldName,
  isChance,
  leadingTraits,
  type Order,
  orders,
  type RankedTrait,
  rankedDimensions,
  rankedTraits,
  significance,
  type TraitFacts,
  traitClause,
  traitFacts,
  traitPhrase,
} from './finding.ts';
export { tickLabel, traitLabel } from './labels.ts';
export { type Moments, standardisedDifference } from './measures.ts';
export { edgesOf, isoDay, mostRanges, roundDay, roundNumber, roundWhole } from './ranges.ts';
export * from './result.ts';
export { type Trait, traitRule, traitSchema } from './trait.ts';
