import type { Session } from '../../warehouse/index.ts';
import { identifier, join, literal, raw, type Sql, sql } from '../../warehouse/index.ts';
import { quarantineTextLength } from '../limits.ts';
import { type LineMark, linesAt } from './lines.ts';
import { isNullWordSql } from './nullWords.ts';
import type { ColumnPlan } from './plan.ts';
import { readName } from './sql.ts';
import { nativeTypes } from './storage.ts';

/** DuckDB's words for what is wrong with a row, as ours. */
const reasons: Readonly<Record<string, string>> = {
  CAST: 'cast',
  'MISSING COLUMNS': 'missingColumns',
  'TOO MANY COLUMNS': 'tooManyColumns',
  'UNQUOTED VALUE': 'unquotedValue',
  'LINE SIZE OVER MAXIMUM': 'lineTooLong',
  'INVALID ENCODING': 'invalidEncoding',
};

/** What is wrong with one cell; the other kinds concern the whole row. */
const ofCell = sql`error_type IN ('CAST', 'UNQUOTED VALUE', 'INVALID ENCODING')`;

/**
 * What there was and what was expected, without DuckDB's English and its names for our columns: the reason beside it is
 * in the user's language.
 */
const plainWords = sql`CASE error_type
  WHEN 'CAST' THEN regexp_replace(message, '^.*Could not convert string "(.*)" to ''?([A-Z]+).*$', '"\\1" → \\2', 's')
  ELSE regexp_replace(message, '^Expected Number of Columns: ([0-9]+) Found: ([0-9]+).*$', '\\2 / \\1', 's') END`;

/** The value that did not convert. */
const unconverted = sql`regexp_extract(error_message, 'Could not convert string "(.*)" to ', 1, 's')`;

/** Lines that are handed to DuckDB at a time. */
const batch = 20_000;

export function createQuarantine(table: Sql): Sql {
  return sql`CREATE TABLE ${table} (line BIGINT, column_name VARCHAR, reason VARCHAR, detail VARCHAR, text VARCHAR)`;
}

/** Rows that were written down before: see rewrite.ts. */
export function insertSetAside(table: Sql, path: string): Sql {
  return sql`INSERT INTO ${table} SELECT * FROM read_csv(${literal(path)}, auto_detect = false, header = false, delim = ',',
    quote = '"', escape = '"', new_line = '\\n', nullstr = '', max_line_size = 1000000,
    columns = {line: 'BIGINT', column_name: 'VARCHAR', reason: 'VARCHAR', detail: 'VARCHAR', text: 'VARCHAR'})`;
}

/** A row for the quarantine that was found by us. */
export function insertQuarantined(table: Sql, row: QuarantineRow): Sql {
  return sql`INSERT INTO ${table} VALUES (${row.line}, ${row.column}, ${row.reason}, ${row.detail}, ${row.text})`;
}

interface QuarantineRow {
  line: number;
  column: string | null;
  reason: string;
  detail: string;
  text: string;
}

/** What DuckDB rejected, by kind: how many rows, and how often each column did not convert. */
export interface RejectSummary {
  readonly rows: number;
  readonly unquoted: number;
  readonly invalidEncoding: number;
  readonly castFailures: ReadonlyMap<number, number>;
  /** Columns where some of what did not convert says that there is nothing: N/A. */
  readonly nullWords: ReadonlySet<number>;
  /** The offset of the first row that is too long, an open quote perhaps. */
  readonly tooLongAt: number | null;
  readonly firstInvalidAt: number | null;
}

export async function summariseRejects(session: Session, rejects: string): Promise<RejectSummary> {
  const table = identifier(rejects);
  const [total] = await session.rows(sql`
    SELECT count(DISTINCT line_byte_position) AS total,
      count(*) FILTER (error_type = 'UNQUOTED VALUE') AS unquoted,
      count(DISTINCT line_byte_position) FILTER (error_type = 'INVALID ENCODING') AS invalid,
      min(line_byte_position) FILTER (error_type = 'INVALID ENCODING') AS invalid_at,
      min(line_byte_position) FILTER (error_type = 'LINE SIZE OVER MAXIMUM') AS too_long_at
    FROM ${table}`);
  const casts = await session.rows(
    sql`SELECT column_idx, count(*) AS failed, bool_or(${isNullWordSql(unconverted)}) AS word
      FROM ${table} WHERE error_type = 'CAST' GROUP BY column_idx`,
  );
  return {
    rows: Number(total?.total ?? 0),
    unquoted: Number(total?.unquoted ?? 0),
    invalidEncoding: Number(total?.invalid ?? 0),
    castFailures: new Map(casts.map((row) => [Number(row.column_idx) - 1, Number(row.failed)])),
    nullWords: new Set(casts.filter(({ word }) => word === true).map((row) => Number(row.column_idx) - 1)),
    tooLongAt: offsetOf(total?.too_long_at),
    firstInvalidAt: offsetOf(total?.invalid_at),
  };
}

/** DuckDB's byte positions count from 1. */
function offsetOf(position: unknown): number | null {
  return position === null || position === undefined ? null : Number(position) - 1;
}

/** The offsets of the rejected rows, rising. */
export async function rejectedOffsets(session: Session, rejects: string): Promise<number[]> {
  const rows = await session.rows(
    sql`SELECT DISTINCT line_byte_position AS position FROM ${identifier(rejects)} ORDER BY position`,
  );
  return rows.map((row) => Number(row.position) - 1);
}

/**
 * Writes DuckDB's rejects into the quarantine: one row per record, with the line in the user's file. DuckDB's own line
 * numbers count records and drift in CR LF files; its byte positions are right.
 */
export async function insertRejects(
  session: Session,
  table: Sql,
  rejects: string,
  { path, marks }: { readonly path: string; readonly marks: readonly LineMark[] },
  columns: readonly ColumnPlan[],
): Promise<void> {
  const offsets = await rejectedOffsets(session, rejects);
  const names = await columnNamesOf(session, rejects, columns);
  const lines = await linesAt(path, offsets, marks);
  for (let from = 0; from < offsets.length; from += batch) {
    const positions = offsets.slice(from, from + batch).map((offset) => offset + 1);
    await session.run(insertBatch(table, rejects, positions, lines.slice(from, from + batch), names));
  }
}

function insertBatch(
  table: Sql,
  rejects: string,
  positions: readonly number[],
  lines: readonly number[],
  names: Sql,
): Sql {
  const list = (values: readonly number[]) => sql`CAST(unnest(string_split(${values.join(',')}, ',')) AS BIGINT)`;
  const reason = join(
    Object.entries(reasons).map(([theirs, ours]) => sql`WHEN ${literal(theirs)} THEN ${literal(ours)}`),
    ' ',
  );
  return sql`INSERT INTO ${table}
    SELECT place.line, first_column, CASE error_type ${reason} ELSE 'other' END,
      ${plainWords} || CASE WHEN error_type = 'CAST' AND errors > 1 THEN ' (+' || (errors - 1) || ')' ELSE '' END, csv_line
    FROM (SELECT ${list(positions)} AS position, ${list(lines)} AS line) place
    JOIN (
      SELECT line_byte_position AS position, count(*) AS errors,
        arg_min(${names}, coalesce(column_idx, 0)) AS first_column,
        arg_min(CAST(error_type AS VARCHAR), coalesce(column_idx, 0)) AS error_type,
        arg_min(left(error_message, 1000), coalesce(column_idx, 0)) AS message,
        left(trim(first(csv_line), chr(10) || chr(13)), ${raw(String(quarantineTextLength))}) AS csv_line
      FROM ${identifier(rejects)} GROUP BY line_byte_position
    ) rejected ON rejected.position = place.position
    ORDER BY place.position`;
}

/** An expression for the dataset's name of a rejected cell's column: only those that occur, of thousands perhaps. */
async function columnNamesOf(session: Session, rejects: string, columns: readonly ColumnPlan[]): Promise<Sql> {
  const rows = await session.rows(
    sql`SELECT DISTINCT column_idx FROM ${identifier(rejects)} WHERE ${ofCell} AND column_idx IS NOT NULL`,
  );
  const whens = rows.flatMap((row) => {
    const index = Number(row.column_idx) - 1;
    const name = columns[index]?.name;
    return name === undefined
      ? []
      : [sql`WHEN ${ofCell} AND column_name = ${literal(readName(index))} THEN ${literal(name)}`];
  });
  return whens.length === 0 ? sql`CAST(NULL AS VARCHAR)` : sql`CASE ${join(whens, ' ')} END`;
}

/** The words for a value that was converted by us and did not fit, in the form of the others. */
export function conversionDetail(column: Pick<ColumnPlan, 'type'>): string {
  return `→ ${nativeTypes[column.type]}`;
}
