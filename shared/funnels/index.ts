export * from './definition.ts';
export * from './result.ts';
