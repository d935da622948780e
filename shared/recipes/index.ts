export * from './clusters.ts';
export * from './definition.ts';
export * from './expression/index.ts';
export * from './preview.ts';
export * from './steps.ts';
