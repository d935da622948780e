export * from './predicate.ts';
