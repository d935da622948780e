export { featureType, fieldNeed, needsTime, takesType } from './aggregates.ts';
export * from './definition.ts';
export * from './result.ts';
export { featureSentence } from './sentence.ts';
export { dayAfter, windowStart } from './window.ts';
