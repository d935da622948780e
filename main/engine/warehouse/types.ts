import type { PageColumn } from '#shared/contract/index.ts';
import type { Sql } from './sql.ts';

/** A value as the engine hands it on: whole numbers beyond 2^53, decimals, dates and times are text. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

export interface QueryOptions {
  /** Aborting it interrupts the query, which then fails as `cancelled`. */
  signal?: AbortSignal | undefined;
  /** Called with a share from 0 to 1 for queries that take longer than 300 ms. */
  onProgress?: ((share: number) => void) | undefined;
}

/** Runs statements one after the other on one connection. */
export interface Session {
  /** Runs a statement for its effect. */
  run(statement: Sql, options?: QueryOptions): Promise<void>;
  /** All rows as objects. For small answers only. */
  rows(statement: Sql, options?: QueryOptions): Promise<Row[]>;
  /** Rows in their order, some at a time, so that a result of any size fits: the next are fetched when `take` is done. */
  stream(
    statement: Sql,
    take: (rows: readonly (readonly Value[])[]) => Promise<void>,
    options?: QueryOptions,
  ): Promise<void>;
  /** All rows as columns, exact and compact. For pages. */
  columns(statement: Sql, options?: QueryOptions): Promise<{ names: string[]; rows: number; columns: PageColumn[] }>;
  /** All rows of columns of DOUBLE without nulls, eight bytes a value. For figures that are worked out from many. */
  doubles(statement: Sql, options?: QueryOptions): Promise<Float64Array[]>;
  /** Appends rows of whole numbers to a table whose columns are all BIGINT: far quicker than to insert them. */
  append(table: { database: string; table: string }, columns: readonly ArrayLike<number>[]): Promise<void>;
  /** Names and native types of what a query returns, without running it. */
  describe(statement: Sql): Promise<{ name: string; type: string }[]>;
}

/** The DuckDB of one workspace: a fixed pool of locked-down connections. */
export interface Warehouse extends Session {
  /** Keeps one connection for a piece of work (temp tables live as long as it). `signal` cancels its every statement. */
  withSession<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** All or nothing: commits when `work` succeeds, rolls back on any failure or cancel. */
  transaction<T>(work: (session: Session) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** The only folder that DuckDB may read and write besides its spill: staged copies of chosen files. */
  readonly files: string;
  /** Bytes that wait in DuckDB's log: they are written a second time, into the database, when the log is full. */
  loggedBytes(): Promise<number>;
  close(): Promise<void>;
}

export interface WarehouseOptions {
  /** A file path, or ':memory:'. */
  database: string;
  /** Absolute folder that DuckDB may read and write. */
  files: string;
  /** Absolute folder for what does not fit into memory. */
  spill: string;
}
