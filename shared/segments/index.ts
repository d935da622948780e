export * from './definition.ts';
export * from './sentence.ts';
