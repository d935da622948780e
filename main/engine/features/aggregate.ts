import type { Field } from '#shared/intake/index.ts';
import { identifier, raw, type Sql, sql } from '../warehouse/index.ts';
import type { PlannedFeature } from './plan.ts';
import type { Shelf } from './shelf.ts';

/** Rows that count, and the part of them that a share is of; null: all. */
interface Rows {
  readonly met: Sql | null;
  readonly part: Sql | null;
  readonly shelf: Shelf;
}

/** The columns of a pass that belong to the feature at a place. */
const first = (place: number): Sql => raw(`a${place}`);
const second = (place: number): Sql => raw(`b${place}`);

/** The aggregates of one feature, in a pass over its table. */
export function aggregatesOf(planned: PlannedFeature, { met, part, shelf }: Rows): Sql[] {
  const { feature, place, field, time } = planned;
  const a = (value: Sql, rows: Sql | null = met) => sql`${filtered(value, rows)} AS ${first(place)}`;
  const b = (value: Sql, rows: Sql | null = met) => sql`${filtered(value, rows)} AS ${second(place)}`;
  const value = () => shelf.put(valueSql(field));
  switch (feature.aggregate) {
    case 'count':
      return [a(sql`count(*)`)];
    case 'sum':
      return [a(sql`${sumOf(field)}(${value()})`), ...(mayBeEmpty(field) ? [b(sql`count(*)`)] : [])];
    case 'mean':
      return [a(sql`avg(${value()})`)];
    case 'min':
      return [a(sql`min(${value()})`)];
    case 'max':
      return [a(sql`max(${value()})`)];
    case 'distinct':
      return [a(sql`count(DISTINCT ${value()})`)];
    case 'first':
      return [a(sql`arg_min(${value()}, ${shelf.put(orderSql(time))})`)];
    case 'last':
      return [a(sql`arg_max(${value()}, ${shelf.put(orderSql(time))})`)];
    case 'share': {
      const counted = field === null ? sql`count(*)` : sql`sum(${value()})`;
      return [a(counted, part ?? met), b(counted)];
    }
    case 'trend':
      return [a(sql`regr_slope(CAST(${value()} AS DOUBLE), ${shelf.put(monthsSql(time))})`)];
    case 'daysSince':
      return [a(sql`max(${shelf.put(timeSql(time))})`)];
  }
}

/** Fractions are added with what each addition drops, whatever their order. */
const sumOf = (field: Field | null): Sql => (field?.type === 'number' ? sql`fsum` : sql`sum`);

/** A sum of fractions in the 15 digits that Excel shows: 0.1 and 0.2 are 0.3, and a limit of 0.3 is met. The largest numbers have no such form. */
const written = (field: Field | null, sum: Sql): Sql =>
  field?.type === 'number' ? sql`coalesce(TRY_CAST(printf('%.15g', ${sum}) AS DOUBLE), ${sum})` : sum;

const filtered = (aggregate: Sql, rows: Sql | null): Sql =>
  rows === null ? aggregate : sql`${aggregate} FILTER (WHERE ${rows})`;

/** The value of a feature for a client, from the columns of its pass: null there also where the client has no rows. */
export function finishedSql({ feature, place, field }: PlannedFeature, end: string | null): Sql {
  const [a, b] = [first(place), second(place)];
  switch (feature.aggregate) {
    case 'count':
    case 'distinct':
      return sql`coalesce(${a}, 0)`;
    case 'sum':
      // Of no rows 0, of rows that all lack it unknown.
      return mayBeEmpty(field)
        ? sql`CASE WHEN coalesce(${b}, 0) = 0 THEN 0 ELSE ${written(field, a)} END`
        : sql`coalesce(${written(field, a)}, 0)`;
    case 'share':
      return sql`CASE WHEN ${b} <> 0 THEN CAST(coalesce(${a}, 0) AS DOUBLE) / CAST(${b} AS DOUBLE) END`;
    case 'trend':
      return sql`CASE WHEN isfinite(${a}) THEN ${a} END`;
    case 'daysSince':
      // The end is the day after the as-of date.
      return end === null ? sql`CAST(NULL AS BIGINT)` : sql`CAST(${end} AS DATE) - 1 - CAST(${a} AS DATE)`;
    case 'mean':
    case 'min':
    case 'max':
    case 'first':
    case 'last':
      return a;
  }
}

/** A value; what is no finite number is none. */
function valueSql(field: Field | null): Sql {
  const column = field === null ? sql`NULL` : identifier('f', field.name);
  const open = field?.type === 'number' || field?.type === 'date' || field?.type === 'timestamp';
  return open && !hasOnlyFinite(field) ? sql`CASE WHEN isfinite(${column}) THEN ${column} END` : column;
}

/** Whether a profile has seen that all numbers of a field are finite: NaN stands above, and infinities at the ends. */
const hasOnlyFinite = ({ type, minimum, maximum }: Field): boolean =>
  type === 'number' &&
  minimum !== null &&
  maximum !== null &&
  Number.isFinite(Number(minimum)) &&
  Number.isFinite(Number(maximum));

const mayBeEmpty = (field: Field | null): boolean =>
  field !== null && (field.nulls > 0 || (field.type === 'number' && !hasOnlyFinite(field)));

const timeSql = (time: Field | null): Sql => (time === null ? sql`NULL` : identifier('f', time.name));

/** Days or microseconds in the order of time and, within one time, of the file. */
function orderSql(time: Field | null): Sql {
  const column = timeSql(time);
  const order =
    time?.type === 'date'
      ? sql`CAST(${column} - CAST('1970-01-01' AS DATE) AS BIGINT) * 1099511627776 + f.rowid`
      : sql`CAST(epoch_us(${column}) AS HUGEINT) * 1099511627776 + f.rowid`;
  return finite(column, order);
}

/** The day of a row, in months of 30 days: what happened on one day has one place on the line. */
function monthsSql(time: Field | null): Sql {
  const column = timeSql(time);
  return finite(column, sql`(CAST(${column} AS DATE) - CAST('2000-01-01' AS DATE)) / 30.0`);
}

/** Infinite times cannot be counted with, and rows are left out only after this was worked out of each. */
const finite = (time: Sql, value: Sql): Sql => sql`CASE WHEN isfinite(${time}) THEN ${value} END`;
