import type { FeatureFigure } from '#shared/features/index.ts';
import { identifier, join, type Row, raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { FeatureColumn } from './prepare.ts';

type Told = NonNullable<FeatureFigure['summary']>;

/** Digits that a double always holds. */
const digitsOfDouble = 15;

const isExact = ({ type }: FeatureColumn): boolean => type === 'integer' || type === 'decimal';

/** Minimum, median and maximum, as text, of the columns of whole numbers and decimals that have more digits than a double holds. */
export async function exactSummaries(
  session: Session,
  table: Sql,
  columns: readonly FeatureColumn[],
): Promise<ReadonlyMap<FeatureColumn, Told>> {
  const exact = columns.filter(isExact);
  const ends = await valuesOf(session, table, exact, (value) => [sql`min(${value})`, sql`max(${value})`]);
  const long = exact.filter((_, i) => ends[i]?.some((end) => digits(end) > digitsOfDouble));
  const middles = await valuesOf(session, table, long, (value) => [
    sql`quantile_disc(${value}, 0.5 ORDER BY ${value})`,
    sql`quantile_disc(${value}, 0.5 ORDER BY ${value} DESC)`,
  ]);
  return new Map(
    long.flatMap((column, i): [FeatureColumn, Told][] => {
      const [minimum, maximum] = ends[exact.indexOf(column)] ?? [];
      const [low, high] = middles[i] ?? [];
      if (!minimum || !maximum || !low || !high) return [];
      return [[column, { minimum: plain(minimum), median: meanOf(low, high), maximum: plain(maximum) }]];
    }),
  );
}

/** Two aggregates of each column, as text; none where no row has a value. */
async function valuesOf(
  session: Session,
  table: Sql,
  columns: readonly FeatureColumn[],
  pair: (value: Sql) => readonly [Sql, Sql],
): Promise<string[][]> {
  if (columns.length === 0) return [];
  const asked = columns.flatMap(({ name }, i) =>
    pair(identifier(name)).map((aggregate, k) => sql`CAST(${aggregate} AS VARCHAR) AS ${raw(`x${i}_${k}`)}`),
  );
  const [row = {}] = await session.rows(sql`SELECT ${join(asked, ', ')} FROM ${table}`);
  return columns.map((_, i) => [0, 1].flatMap((k) => textIn(row, `x${i}_${k}`)));
}

function textIn(row: Row, name: string): string[] {
  const value = row[name];
  return value === null || value === undefined ? [] : [String(value)];
}

const digits = (text: string): number =>
  plain(text)
    .replace(/[^0-9]/g, '')
    .replace(/^0+/, '').length;

/** Without zeros at the end of a fraction. */
const plain = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** The mean of two decimal texts with equally many places. */
function meanOf(one: string, other: string): string {
  const places = (one.split('.')[1] ?? '').length + 1;
  const [a, b] = [one, other].map((text) => BigInt(text.replace('.', '')));
  const tenfold = ((a ?? 0n) + (b ?? 0n)) * 5n;
  const text = String(tenfold < 0n ? -tenfold : tenfold).padStart(places + 1, '0');
  return plain(`${tenfold < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`);
}
