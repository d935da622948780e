export { matchSql, predicateSql } from './predicate.ts';
