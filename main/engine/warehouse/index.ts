export { isInvalidated } from './errors.ts';
export { openWarehouse } from './open.ts';
export { type Bindable, escapeLike, identifier, join, literal, raw, Sql, sql } from './sql.ts';
export type { QueryOptions, Row, Session, Value, Warehouse } from './types.ts';
export { unlessAborted } from './unlessAborted.ts';
