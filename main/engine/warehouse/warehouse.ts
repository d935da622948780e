import { stat } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { fromDuckDB } from './errors.ts';
import { afterPool, beforePool, onConnection } from './lockdown.ts';
import { createPool } from './pool.ts';
import { sessionOn } from './session.ts';
import { sql } from './sql.ts';
import type { Session, Warehouse, WarehouseOptions } from './types.ts';

/** Each running statement holds a libuv thread as well: the engine starts with UV_THREADPOOL_SIZE at 8 more. */
export const connections = 4;

/** Of the laptop's memory; DuckDB's own 80 % would leave too little for the window and the bank's other programs. */
const memoryShare = 0.6;

/** What `openWarehouse` does, with DuckDB loaded. */
export async function connectWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  const instance = await create(options.database);
  const first = await instance.connect();
  const pool = [first];
  try {
    for (const statement of beforePool(options)) await first.run(statement.text);
    while (pool.length < connections) pool.push(await instance.connect());
    for (const connection of pool) {
      for (const statement of onConnection()) await connection.run(statement.text);
    }
    for (const statement of afterPool()) await first.run(statement.text);
  } catch (thrown) {
    close(instance, pool);
    throw fromDuckDB(thrown);
  }
  return warehouseOn(instance, pool, options);
}

function warehouseOn(instance: DuckDBInstance, all: readonly DuckDBConnection[], options: WarehouseOptions): Warehouse {
  const pool = createPool(all.map(sessionOn));
  const withSession: Warehouse['withSession'] = (work, signal) =>
    pool.use((session) => work(cancelledBy(session, signal)), signal);
  return {
    files: options.files,
    loggedBytes: () =>
      stat(`${options.database}.wal`).then(
        ({ size }) => size,
        () => 0,
      ),
    withSession,
    run: (statement, options) => withSession((session) => session.run(statement, options), options?.signal),
    rows: (statement, options) => withSession((session) => session.rows(statement, options), options?.signal),
    stream: (statement, take, options) =>
      withSession((session) => session.stream(statement, take, options), options?.signal),
    columns: (statement, options) => withSession((session) => session.columns(statement, options), options?.signal),
    doubles: (statement, options) => withSession((session) => session.doubles(statement, options), options?.signal),
    append: (table, columns) => withSession((session) => session.append(table, columns)),
    describe: (statement) => withSession((session) => session.describe(statement)),
    transaction: (work, signal) =>
      pool.use((session) => inTransaction(session, () => work(cancelledBy(session, signal))), signal),
    async close() {
      for (const connection of all) connection.interrupt();
      await pool.drained();
      close(instance, all);
    },
  };
}

async function inTransaction<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.run(sql`BEGIN TRANSACTION`);
  try {
    const result = await work();
    await session.run(sql`COMMIT`);
    return result;
  } catch (thrown) {
    // A COMMIT that failed has ended the transaction: there is nothing to roll back then, and its error is the one to tell.
    await session.run(sql`ROLLBACK`).catch(() => undefined);
    throw thrown;
  }
}

/** The session with every statement cancelled by `signal`, unless the statement brings a signal of its own. */
function cancelledBy(session: Session, signal: AbortSignal | undefined): Session {
  if (!signal) return session;
  return {
    run: (statement, options) => session.run(statement, { ...options, signal: options?.signal ?? signal }),
    rows: (statement, options) => session.rows(statement, { ...options, signal: options?.signal ?? signal }),
    stream: (statement, take, options) =>
      session.stream(statement, take, { ...options, signal: options?.signal ?? signal }),
    columns: (statement, options) => session.columns(statement, { ...options, signal: options?.signal ?? signal }),
    doubles: (statement, options) => session.doubles(statement, { ...options, signal: options?.signal ?? signal }),
    append: (table, columns) => session.append(table, columns),
    describe: (statement) => session.describe(statement),
  };
}

async function create(database: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(database, {
      memory_limit: `${Math.floor((totalmem() * memoryShare) / 2 ** 20)}MiB`,
    });
  } catch (thrown) {
    throw fromDuckDB(thrown);
  }
}

function close(instance: DuckDBInstance, pool: readonly DuckDBConnection[]): void {
  for (const connection of pool) connection.closeSync();
  instance.closeSync();
}
