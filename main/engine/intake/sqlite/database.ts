import Sqlite from 'better-sqlite3';
import { AppError } from '#shared/errors/index.ts';
import { sqliteBinding } from '../../catalogue/index.ts';
import { truncated } from '../source/errors.ts';

export type SqliteValue = string | number | bigint | Buffer | null;

/** A table or view of a SQLite file with its rows. */
export interface SqliteTable {
  readonly columns: readonly { readonly name: string; readonly declared: string }[];
  rows(): Iterable<readonly SqliteValue[]>;
}

export interface SqliteFile {
  /** Tables first, then views, in the order they were made. */
  readonly tables: readonly string[];
  readonly views: readonly string[];
  isEmpty(table: string): boolean;
  table(name: string): SqliteTable;
  close(): void;
}

/** Opens a SQLite file for reading. `file` is its name in sentences. */
export function openSqlite(path: string, file: string, readonly: boolean): SqliteFile {
  const read = <T>(work: () => T): T => {
    try {
      return work();
    } catch (thrown) {
      throw fromSqlite(thrown, file);
    }
  };
  const database = read(() => new Sqlite(path, { timeout: 1000, fileMustExist: true, readonly, ...sqliteBinding() }));
  try {
    const listed = read(() => {
      // Nothing that a schema says may run: functions with effects, and virtual tables that reach out.
      database.pragma('trusted_schema = OFF');
      database.pragma('query_only = ON');
      database.pragma('cell_size_check = ON');
      return database
        .prepare<[], [string, number]>(
          "SELECT name, type = 'view' FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, rowid",
        )
        .raw()
        .all()
        .map(([name, view]) => ({ name, isView: view === 1 }));
    });
    return {
      tables: listed.map(({ name }) => name),
      views: listed.filter(({ isView }) => isView).map(({ name }) => name),
      isEmpty: (table) => read(() => database.prepare(`SELECT 1 FROM ${quoted(table)} LIMIT 1`).get() === undefined),
      table: (name) => {
        const statement = read(() => database.prepare<[], SqliteValue[]>(`SELECT * FROM ${quoted(name)}`));
        return {
          columns: statement.columns().map((column) => ({ name: column.name, declared: column.type ?? '' })),
          rows: () => rowsOf(statement.raw(true).safeIntegers(true), file),
        };
      },
      close: () => database.close(),
    };
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function* rowsOf(statement: Sqlite.Statement<[], SqliteValue[]>, file: string): Generator<readonly SqliteValue[]> {
  try {
    yield* statement.iterate();
  } catch (thrown) {
    throw fromSqlite(thrown, file);
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function fromSqlite(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return thrown;
  const detail = thrown.message;
  if (/^SQLITE_(BUSY|LOCKED)/.test(thrown.code))
    return new AppError('fileLocked', 'databaseLocked', { file }, { detail });
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN)/.test(thrown.code)) return truncated(file, 'SQLite', detail);
  return /^SQLITE_/.test(thrown.code) ? new AppError('validation', 'tableUnreadable', { file }, { detail }) : thrown;
}
