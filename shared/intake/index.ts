export * from './dataset.ts';
export * from './derived.ts';
export { formatNames } from './formatNames.ts';
export * from './inspection.ts';
export * from './options.ts';
export * from './remarks.ts';
export { suggestedName } from './suggestedName.ts';
export * from './types.ts';
