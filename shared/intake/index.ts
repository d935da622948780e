export * from './dataset.ts';
export * from './options.ts';
export * from './types.ts';
