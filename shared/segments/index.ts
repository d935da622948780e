export * from './definition.ts';
export * from './scope.ts';
export * from './sentence.ts';
