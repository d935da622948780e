export * from './dataset.ts';
export * from './inspection.ts';
export * from './options.ts';
export * from './remarks.ts';
export * from './types.ts';
