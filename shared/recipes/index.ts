export * from './definition.ts';
export * from './steps.ts';
