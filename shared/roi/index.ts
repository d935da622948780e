export { type DecayFit, fitDecay } from './decayFit.ts';
export * from './definition.ts';
export * from './result.ts';
