export type { DuckDBConnection } from '@duckdb/node-api';
