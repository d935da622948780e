export { predicateSql } from './predicate.ts';
