export { bindConstant } from './constant.ts';
export { matchSql, predicateSql } from './predicate.ts';
