export { bootstrapSeed, type DecayFit, fewestPoints, fitDecay, mostResamples } from './decayFit.ts';
export * from './definition.ts';
export * from './figures.ts';
export { periodKind, periodName, periodUnit } from './periodUnit.ts';
export * from './result.ts';
