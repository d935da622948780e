import { AppError } from '#shared/errors/index.ts';
import {
  identifier,
  join,
  openWarehouse,
  type QueryOptions,
  type Session,
  type Sql,
  sql,
  type Warehouse,
} from '../../warehouse/index.ts';
import { truncated } from '../source/errors.ts';

/** The tables of a DuckDB file, views among them. */
export interface DuckDbFile {
  readonly session: Session;
  readonly tables: readonly string[];
  readonly views: readonly string[];
  isEmpty(table: string): Promise<boolean>;
  /** A table's rows, with values that Parquet or a grid could not hold as text. */
  select(table: string): Promise<Sql>;
  run(statement: Sql, options: QueryOptions): Promise<void>;
}

/**
 * Opens the copy of a DuckDB file by itself, locked down like the workspace's: what is wrong in it cannot reach the
 * workspace, and what its views say can reach no file.
 */
export async function withDuckDb<T>(
  warehouse: Warehouse,
  path: string,
  file: string,
  work: (database: DuckDbFile) => Promise<T>,
): Promise<T> {
  const folders = { files: warehouse.files, spill: warehouse.files };
  const opened = await attempt(file, 'file', () => openWarehouse({ database: path, ...folders }));
  try {
    const listed = await attempt(file, 'file', () =>
      opened.rows(sql`
        SELECT schema_name, name, kind FROM (
          SELECT 0 AS kind, schema_name, table_name AS name, table_oid AS oid FROM duckdb_tables()
            WHERE NOT internal AND database_name = current_database()
          UNION ALL SELECT 1, schema_name, view_name, view_oid FROM duckdb_views()
            WHERE NOT internal AND database_name = current_database())
        ORDER BY kind, schema_name <> 'main', schema_name, oid`),
    );
    const shown = ({ schema_name, name }: (typeof listed)[number]) =>
      schema_name === 'main' ? String(name) : `${schema_name}.${name}`;
    const places = new Map(
      listed.map((each) => {
        const { schema_name, name } = each;
        return [shown(each), sql`${identifier(String(schema_name))}.${identifier(String(name))}`] as const;
      }),
    );
    const from = (table: string) => places.get(table) ?? identifier(table);
    const tried = <R>(read: () => Promise<R>) => attempt(file, 'table', read);
    return await work({
      session: opened,
      tables: [...places.keys()],
      views: listed.filter(({ kind }) => Number(kind) === 1).map(shown),
      isEmpty: (table) =>
        tried(async () => (await opened.rows(sql`SELECT 1 FROM ${from(table)} LIMIT 1`)).length === 0),
      run: (statement, options) => tried(() => opened.run(statement, options)),
      select: (table) =>
        tried(async () => readable(await opened.describe(sql`SELECT * FROM ${from(table)}`), from(table))),
    });
  } finally {
    await opened.close();
  }
}

const portable =
  /^(?:VARCHAR|BOOLEAN|(?:U?TINY|U?SMALL|U?BIG)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|DATE|TIMESTAMP(?:_S|_MS|_NS| WITH TIME ZONE)?|TIME|(?:STRUCT|MAP)\(.*\)|.*\[\d*\])$/s;

/** What stands inside lists and structures is made a double there, too, or bytes that no JSON shows. */
const unportable =
  /\b(?:U?HUGEINT|INTERVAL|BIT|BLOB|UUID|UNION|BIGNUM|VARINT|VARIANT|GEOMETRY|TIME WITH TIME ZONE|TIME_NS)\b/;
/** Names of fields, and values of ENUMs. */
const inQuotes = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/** Parquet makes doubles of the widest integers and knows neither intervals nor bits: those become texts. */
function readable(columns: readonly { name: string; type: string }[], from: Sql): Sql {
  const selected = columns.map(({ name, type }) => {
    const column = identifier(name);
    return portable.test(type) && !unportable.test(type.replace(inQuotes, ''))
      ? column
      : sql`CAST(${column} AS VARCHAR) AS ${column}`;
  });
  return sql`SELECT ${join(selected, ', ')} FROM ${from}`;
}

const passed = ['cancelled', 'diskFull', 'outOfMemory', 'notFound', 'validation'];

async function attempt<T>(file: string, what: 'file' | 'table', read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw truncated(file, 'DuckDB', String(thrown));
    if (passed.includes(thrown.code)) throw thrown;
    const detail = thrown.detail ?? thrown.message;
    if (/newer version|storage version|unsupported.*version/i.test(detail))
      throw new AppError('validation', 'databaseNewer', { file }, { detail });
    if (
      what === 'table' &&
      ['catalog', 'binder', 'permission', 'conversion'].includes(thrown.code) &&
      !/corrupt|checksum/i.test(detail)
    )
      throw new AppError('validation', 'tableUnreadable', { file }, { detail });
    throw truncated(file, 'DuckDB', detail);
  }
}
