import { identifier, join, literal, raw, type Sql, sql } from '../../warehouse/index.ts';
import { maximumLineBytes } from '../limits.ts';
import { booleanOf, isNoSql } from './booleanWords.ts';
import { guarded, isGuarded } from './guard.ts';
import type { LineEnd } from './lines.ts';
import { formsIn, isBeyondReadCsv, isChineseClock } from './mixedDates.ts';
import { blanks, isNullWordSql } from './nullWords.ts';
import { dressedNumber } from './numberSql.ts';
import type { ColumnPlan, DelimitedPlan } from './plan.ts';
import { nativeTypes } from './storage.ts';
import type { ValueReader } from './values.ts';

/** True when rows have to take the longer way, through a temporary table: see convert.ts. */
export function needsConversion(readings: Readings): boolean {
  return readings.columns.some(({ way }) => way === 'converted');
}

/** A column with the way that DuckDB is told to read it. */
interface ColumnReading {
  readonly plan: ColumnPlan;
  /**
   * `native`: by read_csv, which keeps bad cells aside with their place. `guarded`: as text, made a number in the same
   * statement, which fails when one is not what it was guessed to be. `converted`: as text, made its type after, because
   * read_csv takes one date form for all columns, or because it would round.
   */
  readonly way: 'native' | 'guarded' | 'converted';
}

export interface Readings {
  readonly columns: readonly ColumnReading[];
  readonly dateFormat: string | null;
  readonly timestampFormat: string | null;
}

/**
 * The most frequent form of dates is DuckDB's to read; columns of another form, and those in `strict`, are converted.
 * Without `careful` guessed numbers are guarded.
 */
export function readingsOf(columns: readonly ColumnPlan[], strict: ReadonlySet<number>, careful: boolean): Readings {
  const dateFormat = mostFrequent(columns.filter((column) => column.type === 'date'));
  const timestampFormat = mostFrequent(columns.filter((column) => column.type === 'timestamp'));
  const moment = (column: ColumnPlan) => column.type === 'date' || column.type === 'timestamp';
  const differs = (column: ColumnPlan): boolean => {
    if (column.type === 'date') return column.format !== dateFormat;
    return column.type === 'timestamp' && column.format !== timestampFormat;
  };
  // Once rows take the longer way, all their dates get the checks that DuckDB's own reading lacks.
  // Guards can leave words out as they go; read_csv cannot, and would for all columns.
  const worded = (column: ColumnPlan) => column.nullWords === true && (careful || !isGuarded(column));
  const converting = strict.size > 0 || columns.some((each) => differs(each) || needsWords(each) || worded(each));
  const way = (column: ColumnPlan, i: number): ColumnReading['way'] => {
    if (strict.has(i) || needsWords(column) || (converting && moment(column))) return 'converted';
    if (!careful && !converting && isGuarded(column)) return 'guarded';
    return column.nullWords ? 'converted' : 'native';
  };
  return { columns: columns.map((plan, i) => ({ plan, way: way(plan, i) })), dateFormat, timestampFormat };
}

/** A number with marks, which its format names; answers, of which DuckDB knows true and false only; or values in blanks. */
function needsWords({ type, format, chosen, padded }: ColumnPlan): boolean {
  if (padded && type !== 'text') return true;
  // read_csv has one form of dates, and none of times.
  if (isBeyondReadCsv(format) || (type === 'time' && format !== null)) return true;
  return (type === 'number' && format !== null) || (type === 'boolean' && chosen);
}

function mostFrequent(columns: readonly ColumnPlan[]): string | null {
  const counts = new Map<string | null, number>();
  for (const { format } of columns.filter((column) => !isBeyondReadCsv(column.format)))
    counts.set(format, (counts.get(format) ?? 0) + 1);
  return [...counts].reduce<[string | null, number]>((best, next) => (next[1] > best[1] ? next : best), [null, 0])[0];
}

/** DuckDB takes them spelled out. Left to itself it goes by the first that it meets, inside quotes as well. */
const lineEndNames: Readonly<Record<LineEnd, string>> = { '\n': '\\n', '\r\n': '\\r\\n', '\r': '\\r' };

/** What read_csv calls column `index`: names of our own, so that no name of a file can disturb it. */
export function readName(index: number): string {
  return `c${index}`;
}

/**
 * The read_csv call. Nothing is left for DuckDB to detect. `strict_mode` is true by default and must stay unsaid: said, it
 * makes DuckDB 1.5.5 read CR LF files as one long record.
 */
export function readCsv(path: string, plan: DelimitedPlan, readings: Readings, rejects: string): Sql {
  const { delimiter, quote, skip } = plan.dialect;
  const types = readings.columns.map(({ plan: column, way }, i) => {
    return sql`${literal(readName(i))}: ${literal(way === 'native' ? nativeTypes[column.type] : 'VARCHAR')}`;
  });
  const formats = [
    readings.dateFormat === null ? sql`` : sql`, dateformat = ${literal(readings.dateFormat)}`,
    readings.timestampFormat === null ? sql`` : sql`, timestampformat = ${literal(readings.timestampFormat)}`,
  ];
  return sql`read_csv(${literal(path)}, auto_detect = false, columns = {${join(types, ', ')}}, delim = ${literal(delimiter)},
    new_line = ${literal(lineEndNames[plan.lineEnd])}, quote = ${literal(quote)}, escape = ${literal(quote)}, comment = '', header = false,
    skip = ${raw(String(skip + (plan.header ? 1 : 0)))}, nullstr = '', null_padding = false,
    max_line_size = ${raw(String(maximumLineBytes))}, store_rejects = true, rejects_limit = 0,
    rejects_table = ${literal(rejects)}, rejects_scan = ${literal(scanTable(rejects))}${join(formats, ' ')})`;
}

export function scanTable(rejects: string): string {
  return `${rejects}_scan`;
}

/** The rows of the file under the dataset's names. A blank line of a one-column file is no row. */
export function selectRows(readings: Readings, from: Sql): Sql {
  const columns = readings.columns.flatMap((reading, i) => {
    if (reading.plan.skip) return [];
    return [sql`${valueFrom(reading, identifier(readName(i)))} AS ${identifier(reading.plan.name)}`];
  });
  const filter = readings.columns.length === 1 ? sql` WHERE ${identifier(readName(0))} IS NOT NULL` : sql``;
  return sql`SELECT ${join(columns, ', ')} FROM ${from}${filter}`;
}

function valueFrom({ plan, way }: ColumnReading, written: Sql): Sql {
  const read = saidIn(plan, written);
  switch (way) {
    case 'native':
      return written;
    case 'guarded':
      return plan.type === 'integer' || plan.type === 'number' ? guarded(plan.type, read) : read;
    case 'converted':
      return conversion(plan, read);
  }
}

/** The text that is to be converted; null where it only says that there is nothing. */
export function saidIn({ nullWords, padded, type, format }: ValueReader, written: Sql): Sql {
  const read = padded ? sql`trim(${written}, ${literal(blanks)})` : written;
  if (!nullWords) return read;
  const no = type === 'boolean' ? isNoSql(format, read) : null;
  return sql`CASE WHEN NOT (${isNullWordSql(read)})${no === null ? sql`` : sql` OR ${no}`} THEN ${read} END`;
}

/** Dates before are years of two digits, which DuckDB takes for years of the first century. */
const firstYear = 100;

/** Which of the columns that DuckDB has read hold dates of the first century; null where there is no date at all. */
export function ancientDates(readings: Readings, table: Sql): Sql | null {
  const checks = readings.columns.flatMap(({ plan, way }, i) => {
    if (way !== 'native' || (plan.type !== 'date' && plan.type !== 'timestamp')) return [];
    const first = sql`year(min(${identifier(plan.name)}))`;
    return [
      sql`SELECT ${raw(String(i))} AS column_index, ${first} < ${raw(String(firstYear))} AS ancient FROM ${table}`,
    ];
  });
  return checks.length === 0 ? null : join(checks, ' UNION ALL ');
}

/** A text as its type, null where it is none. */
export function conversion(plan: Pick<ColumnPlan, 'type' | 'format'>, read: Sql): Sql {
  const cast = sql`TRY_CAST(${read} AS ${raw(nativeTypes[plan.type])})`;
  switch (plan.type) {
    case 'date':
    case 'timestamp': {
      const { type } = plan;
      const moments = formsIn(plan.format).map((format) => {
        const moment = format === null ? cast : parsed(read, format, type);
        return sql`CASE WHEN year(${moment}) >= ${raw(String(firstYear))} THEN ${moment} END`;
      });
      return sql`coalesce(${join(moments, ', ')})`;
    }
    case 'integer':
      return sql`CASE WHEN regexp_full_match(${read}, ${literal(String.raw`\s*[+-]?\d+\s*`)}) THEN ${cast} END`;
    case 'number':
      return plan.format === null ? cast : dressedNumber(plan.format, read);
    case 'boolean':
      return booleanOf(plan.format, read);
    case 'time':
      return plan.format === null ? cast : parsed(read, plan.format, plan.type);
    case 'text':
    case 'decimal':
      return cast;
  }
}

/** DuckDB knows AM and PM alone, and one word for hours. */
function parsed(read: Sql, format: string, type: 'date' | 'timestamp' | 'time'): Sql {
  const half = sql`replace(replace(regexp_replace(${read}, '([上下]午) ', '\\1'), '上午', 'AM'), '下午', 'PM')`;
  const known = sql`regexp_replace(${half}, '[時点點]', '时')`;
  const pattern = literal(format.replace('上午', '%p'));
  return sql`CAST(try_strptime(${isChineseClock(format) ? known : read}, ${pattern}) AS ${raw(nativeTypes[type])})`;
}

/** The first column of a row whose text could not be converted, as an index; null where all could. */
export function firstFailure(readings: Readings): Sql {
  return whereFailing(readings, (_, i) => raw(String(i)));
}

/** Whether what could not be converted first is a word that says that there is nothing. */
export function failsByNullWord(readings: Readings): Sql {
  return whereFailing(readings, isNullWordSql);
}

function whereFailing(readings: Readings, then: (read: Sql, index: number) => Sql): Sql {
  const whens = readings.columns.flatMap(({ plan, way }, i) => {
    if (way !== 'converted') return [];
    const read = identifier(readName(i));
    const said = saidIn(plan, read);
    return [sql`WHEN ${said} IS NOT NULL AND ${conversion(plan, said)} IS NULL THEN ${then(read, i)}`];
  });
  return sql`CASE ${join(whens, ' ')} END`;
}
