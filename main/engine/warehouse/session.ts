import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBResultReader,
  type DuckDBType,
  DuckDBTypeId,
} from '@duckdb/node-api';
import { AppError } from '#shared/errors/index.ts';
import { fromDuckDB } from './errors.ts';
import type { Sql } from './sql.ts';
import { sql } from './sql.ts';
import type { QueryOptions, Session, Value } from './types.ts';
import { toBindings, toPageColumn, toValue } from './values.ts';

const progressAfter = 300;
const progressEvery = 150;
const interruptEvery = 20;

/** A session over one connection. Statements must not overlap: the pool sees to it. */
export function sessionOn(connection: DuckDBConnection): Session {
  const read = (statement: Sql, options?: QueryOptions) =>
    guarded(connection, options, () => {
      // A statement without values is not prepared: PIVOT cannot be.
      if (statement.values.length === 0) return connection.runAndReadAll(statement.text);
      return connection.runAndReadAll(statement.text, ...toBindings(statement.values));
    });

  return {
    async run(statement, options) {
      await read(statement, options);
    },
    async rows(statement, options) {
      const reader = await read(statement, options);
      const names = reader.deduplicatedColumnNames();
      return reader
        .getRows()
        .map((row) => Object.fromEntries(row.map((value, i): [string, Value] => [names[i] ?? '', toValue(value)])));
    },
    stream(statement, take, options) {
      return guarded(connection, options, async () => {
        const result = await connection.stream(statement.text, ...toBindings(statement.values));
        for (;;) {
          const chunk = await result.fetchChunk();
          if (chunk === null || chunk.rowCount === 0) return;
          await take(chunk.getRows().map((row) => row.map(toValue)));
          // DuckDB may have the whole result by now, and be past being interrupted.
          if (options?.signal?.aborted) throw new AppError('cancelled', 'cancelled');
        }
      });
    },
    async columns(statement, options) {
      return toColumns(await read(statement, options));
    },
    async doubles(statement, options) {
      return guarded(connection, options, async () => {
        const result = await connection.run(statement.text, ...toBindings(statement.values));
        return toDoubles(result.columnTypes(), await result.fetchAllChunks());
      });
    },
    append: (table, columns) => guarded(connection, {}, () => appendTo(connection, table, columns)),
    async describe(statement) {
      const rows = await this.rows(sql`DESCRIBE ${statement}`);
      return rows.map((row) => ({ name: String(row.column_name), type: String(row.column_type) }));
    },
  };
}

function toColumns(reader: DuckDBResultReader) {
  const types = reader.columnTypes();
  return {
    names: reader.columnNames(),
    rows: reader.currentRowCount,
    columns: reader.getColumns().map((values, i) => {
      const type = types[i];
      if (!type) throw new AppError('internal', 'internal', {}, { detail: 'column without a type' });
      return toPageColumn(values, type);
    }),
  };
}

function toDoubles(types: readonly DuckDBType[], chunks: readonly DuckDBDataChunk[]): Float64Array[] {
  const rows = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
  return types.map((type, i) => {
    if (type.typeId !== DuckDBTypeId.DOUBLE)
      throw new AppError('internal', 'internal', {}, { detail: 'not a column of doubles' });
    const values = new Float64Array(rows);
    let at = 0;
    for (const chunk of chunks)
      chunk.visitColumnValues(i, (value) => {
        values[at++] = Number(value);
      });
    return values;
  });
}

/** Rows of one chunk of DuckDB's. */
const chunkRows = 2048;

async function appendTo(
  connection: DuckDBConnection,
  { database, table }: { database: string; table: string },
  columns: readonly ArrayLike<number>[],
): Promise<void> {
  const rows = columns[0]?.length ?? 0;
  const appender = await connection.createAppender(table, 'main', database);
  try {
    for (let from = 0; from < rows; from += chunkRows) {
      const size = Math.min(chunkRows, rows - from);
      const chunk = DuckDBDataChunk.create(
        columns.map(() => BIGINT),
        size,
      );
      for (const [i, values] of columns.entries())
        chunk.setColumnValues(
          i,
          Array.from({ length: size }, (_, k) => BigInt(values[from + k] ?? 0)),
        );
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
}

/** Runs one statement with cancel and progress attached, and turns what it throws into an AppError. */
async function guarded<T>(
  connection: DuckDBConnection,
  options: QueryOptions = {},
  query: () => Promise<T>,
): Promise<T> {
  const { signal, onProgress } = options;
  if (signal?.aborted) throw new AppError('cancelled', 'cancelled');
  let interrupting: NodeJS.Timeout | undefined;
  // Repeated, because an interrupt that comes before the statement has started is lost.
  const cancel = () => {
    connection.interrupt();
    interrupting = setInterval(() => connection.interrupt(), interruptEvery);
  };
  signal?.addEventListener('abort', cancel, { once: true });
  const polling = onProgress && pollProgress(connection, onProgress);
  try {
    const result = await query();
    if (signal?.aborted) throw new AppError('cancelled', 'cancelled');
    return result;
  } catch (thrown) {
    throw signal?.aborted ? new AppError('cancelled', 'cancelled') : fromDuckDB(thrown);
  } finally {
    signal?.removeEventListener('abort', cancel);
    clearInterval(interrupting);
    clearInterval(polling);
  }
}

function pollProgress(connection: DuckDBConnection, onProgress: (share: number) => void): NodeJS.Timeout {
  const started = Date.now();
  return setInterval(() => {
    if (Date.now() - started < progressAfter) return;
    const { percentage } = connection.progress;
    // -1 stands for "not known".
    if (percentage >= 0) onProgress(Math.min(1, percentage / 100));
  }, progressEvery);
}
