import type { ReadableType, ReadOptions, Remark } from '#shared/intake/index.ts';
import { identifier, join, raw, type Session, type Sql, sql } from '../../warehouse/index.ts';
import { isMixed } from '../delimited/mixedDates.ts';
import { conversion, saidIn } from '../delimited/sql.ts';
import { nativeTypes } from '../delimited/storage.ts';
import { inferReader, offsetsIn, readerFor, type ValueReader } from '../delimited/values.ts';

/** Columns whose values are read as something else than DuckDB takes them for. */
export interface Conversions {
  readonly values: ReadonlyMap<string, Sql>;
  /** The first column of a row that holds what its type cannot be, as an index of `columns`; null where all fit. */
  readonly failed: Sql | null;
  readonly columns: readonly { readonly name: string; readonly type: ReadableType }[];
  /** How dates, numbers and answers are written, by column. */
  readonly forms: Readonly<Record<string, string>>;
  /** What is to be said of how they are read. */
  readonly remarks: readonly Remark[];
}

interface Described {
  readonly name: string;
  readonly type: string;
}

interface Conversion extends ValueReader {
  readonly name: string;
  /** What it is made of; null where it says that there is nothing. */
  readonly read: Sql;
  readonly value: Sql;
  readonly offset: boolean;
}

/** As of a text: see remarksOnText. */
function remarksOn(read: readonly Conversion[]): Remark[] {
  const of = (kind: Remark['kind'], is: (each: Conversion) => boolean): Remark => {
    const names = read.filter(is).map(({ name }) => name);
    return { kind, count: names.length, atLeast: false, names };
  };
  const remarks = [
    of('mixedDates', ({ format }) => isMixed(format)),
    of('offsets', ({ offset }) => offset),
    of('nullWords', ({ nullWords }) => nullWords === true),
  ];
  return remarks.filter(({ count }) => count > 0);
}

/**
 * What is made of columns without being asked. A text that only a date can be is one, as one of ISO is to DuckDB; texts that could
 * be numbers were written as texts.
 */
const guessed: ReadonlyMap<string, ReadonlySet<ReadableType>> = new Map([
  ['JSON', new Set<ReadableType>(['integer', 'number', 'boolean'])],
  ['VARCHAR', new Set<ReadableType>(['date', 'timestamp'])],
]);

/** Values by which the form of a column is told. */
const rowsLookedAt = 1000;

/**
 * What was chosen for columns, by the forms that their texts have. Numbers among which words stand for nothing (N/A) are numbers,
 * too, where every other value is one.
 */
export async function conversionsOf(
  session: Pick<Session, 'columns' | 'rows'>,
  described: readonly Described[],
  from: Sql,
  { columns = [] }: ReadOptions,
): Promise<Conversions> {
  const said = new Map(columns.map((option) => [option.column, option]));
  const wanted = described.flatMap((column) => {
    const option = said.get(column.name);
    const chosen = option?.type;
    const open = chosen === undefined ? guessed.has(column.type) : chosen !== 'text';
    return open && !option?.skip ? [{ ...column, chosen }] : [];
  });
  if (wanted.length === 0) return { values: new Map(), failed: null, columns: [], forms: {}, remarks: [] };
  const texts = join(
    wanted.map(({ name, type }) => textOf(name, type)),
    ', ',
  );
  const sample = (await session.columns(sql`SELECT ${texts} FROM ${from} LIMIT ${raw(String(rowsLookedAt))}`)).columns;
  const read = wanted.flatMap((column, i) => {
    const cells = sample[i];
    const values = cells?.kind === 'text' ? cells.values.map((value) => value ?? '') : [];
    return conversionOf(column, values) ?? [];
  });
  const kept = await withoutMisfits(session, read, new Set(columns.map(({ column }) => column)), from);
  const whens = kept.map(
    ({ read: text, value }, i) => sql`WHEN ${text} IS NOT NULL AND ${value} IS NULL THEN ${raw(String(i))}`,
  );
  return {
    values: new Map(kept.map(({ name, value }) => [name, value])),
    failed: whens.length === 0 ? null : sql`CASE ${join(whens, ' ')} END`,
    columns: kept.map(({ name, type }) => ({ name, type })),
    remarks: remarksOn(kept),
    forms: Object.fromEntries(kept.flatMap(({ name, format }) => (format === null ? [] : [[name, format]]))),
  };
}

function conversionOf(
  { name, type, chosen }: Described & { chosen: ReadableType | undefined },
  values: readonly string[],
) {
  const text = textOf(name, type);
  const reader = chosen === undefined ? inferReader(values, name) : readerFor(chosen, values);
  if (chosen === undefined && !guessed.get(type)?.has(reader.type)) return null;
  const read = saidIn(reader, text);
  const offset = reader.type === 'timestamp' && [...offsetsIn(values)].some((each) => each !== '');
  return { ...reader, name, offset, read, value: valueIn(reader, type, identifier(name), read) };
}

/** Dates of JSON and fractions are converted as they are; a fraction is no whole number. */
function valueIn(reader: ValueReader, type: string, column: Sql, read: Sql): Sql {
  const cast = sql`TRY_CAST(${column} AS ${raw(nativeTypes[reader.type])})`;
  if (/^(?:DATE|TIME)/.test(type)) return cast;
  if (type !== 'DOUBLE') return conversion(reader, read);
  return reader.type === 'integer' ? sql`CASE WHEN ${column} = trunc(${column}) THEN ${cast} END` : cast;
}

const textOf = (name: string, type: string): Sql =>
  type === 'JSON' ? sql`(${identifier(name)} ->> '$')` : sql`CAST(${identifier(name)} AS VARCHAR)`;

/** A guess that does not hold for all rows is none. */
async function withoutMisfits(
  session: Pick<Session, 'rows'>,
  read: readonly Conversion[],
  chosen: ReadonlySet<string>,
  from: Sql,
): Promise<readonly Conversion[]> {
  const guesses = read.filter(({ name }) => !chosen.has(name));
  if (guesses.length === 0) return read;
  const counts = guesses.map(
    ({ read: text, value }, i) => sql`count(*) FILTER (${text} IS NOT NULL AND ${value} IS NULL) AS ${raw(`n${i}`)}`,
  );
  const [row] = await session.rows(sql`SELECT ${join(counts, ', ')} FROM ${from}`);
  const misfits = new Set(guesses.filter((_, i) => Number(row?.[`n${i}`]) > 0));
  return read.filter((each) => !misfits.has(each));
}
