export { featureType, fieldNeed, needsTime, takesType } from './aggregates.ts';
export * from './definition.ts';
export { featureName, isNamedByWhat, type NameTeller } from './name.ts';
export * from './result.ts';
export { featureSentence } from './sentence.ts';
export { dayAfter, windowStart } from './window.ts';
