import type { Constant } from '#shared/conditions/index.ts';
import type { FeatureFigure } from '#shared/features/index.ts';
import { edgesOf, isoDay, mostRanges, roundDay, roundNumber, roundWhole, type Trait } from '#shared/portraits/index.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import { identifier, join, type Row, raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import { exactSummaries } from './exact.ts';
import type { FeatureColumn } from './prepare.ts';

/** Values that are told one by one. */
const mostShown = 8;

/** What each column holds. Of columns whose values are masked no more is told than how many clients have one. */
export async function figuresOf(
  session: Session,
  table: Sql,
  columns: readonly FeatureColumn[],
): Promise<FeatureFigure[]> {
  const ordered = columns.filter((column) => !isMasked(column.sensitivity) && hasOrder(column));
  const named = columns.filter((column) => !isMasked(column.sensitivity) && !hasOrder(column));
  const known = await knownOf(session, table, columns);
  const summaries = await summariesOf(session, table, ordered);
  const exact = await exactSummaries(session, table, ordered);
  const ranges = await rangesOf(session, table, ordered, summaries);
  const values = await valuesOf(session, table, named);
  return columns.map((column, i) => ({
    name: column.name,
    type: column.type,
    sensitivity: column.sensitivity,
    known: known[i] ?? 0,
    summary: exact.get(column) ?? summaries.get(column)?.told ?? null,
    bars: ranges.get(column) ?? values.get(column) ?? [],
  }));
}

type Bars = FeatureFigure['bars'];
interface Summary {
  readonly told: NonNullable<FeatureFigure['summary']>;
  readonly edges: readonly number[];
}

const isDay = ({ type }: FeatureColumn): boolean => type === 'date' || type === 'timestamp';
const hasOrder = (column: FeatureColumn): boolean =>
  isDay(column) || column.type === 'integer' || column.type === 'number' || column.type === 'decimal';

/** Days since 1970, or the number. */
function doubleSql(column: FeatureColumn): Sql {
  const value = identifier(column.name);
  const number = isDay(column) ? sql`CAST(${value} AS DATE) - CAST('1970-01-01' AS DATE)` : value;
  return sql`CAST(${number} AS DOUBLE)`;
}

async function knownOf(session: Session, table: Sql, columns: readonly FeatureColumn[]): Promise<number[]> {
  const counts = columns.map(({ name }, i) => sql`count(${identifier(name)}) AS ${raw(`n${i}`)}`);
  const [row] = await session.rows(sql`SELECT ${join(counts, ', ')} FROM ${table}`);
  return columns.map((_, i) => Number(row?.[`n${i}`] ?? 0));
}

const shares = Array.from({ length: mostRanges - 1 }, (_, i) => (i + 1) / mostRanges);

async function summariesOf(
  session: Session,
  table: Sql,
  columns: readonly FeatureColumn[],
): Promise<Map<FeatureColumn, Summary>> {
  if (columns.length === 0) return new Map();
  const extremes = columns.flatMap((column, i) => {
    const x = doubleSql(column);
    return [
      sql`min(${x}) AS ${raw(`l${i}`)}, max(${x}) AS ${raw(`h${i}`)}, median(${x}) AS ${raw(`m${i}`)}`,
      ...shares.map((share, k) => sql`quantile_disc(${x}, ${raw(String(share))}) AS ${raw(`q${i}_${k}`)}`),
    ];
  });
  const [row = {}] = await session.rows(sql`SELECT ${join(extremes, ', ')} FROM ${table}`);
  const known = columns.flatMap((column, i) => (row[`l${i}`] == null ? [] : [{ column, i }]));
  if (known.length === 0) return new Map();
  // Where many share the lowest value, the next stands for it: they are a range of their own.
  const seconds = known.map(
    ({ column, i }) =>
      sql`min(${doubleSql(column)}) FILTER (WHERE ${doubleSql(column)} > ${double(Number(row[`l${i}`]))}) AS ${raw(`s${i}`)}`,
  );
  const [next = {}] = await session.rows(sql`SELECT ${join(seconds, ', ')} FROM ${table}`);
  return new Map(known.map(({ column, i }) => [column, summaryOf(column, row, i, next[`s${i}`] ?? null)]));
}

const double = (value: number): Sql => sql`CAST(${String(value)} AS DOUBLE)`;

function summaryOf(column: FeatureColumn, row: Row, i: number, second: Row[string]): Summary {
  const [low, high, median] = [Number(row[`l${i}`]), Number(row[`h${i}`]), Number(row[`m${i}`])];
  const quantiles = shares.map((_, k) => Number(row[`q${i}_${k}`]));
  const cuts = second === null ? [] : quantiles.map((cut) => (cut === low ? Number(second) : cut));
  const round = isDay(column) ? roundDay : column.type === 'integer' ? roundWhole : roundNumber;
  const shown = (value: number): Constant => (isDay(column) ? isoDay(value) : value);
  return {
    told: { minimum: shown(low), median: shown(median), maximum: shown(high) },
    edges: edgesOf(cuts, low, high, round),
  };
}

async function rangesOf(
  session: Session,
  table: Sql,
  columns: readonly FeatureColumn[],
  summaries: ReadonlyMap<FeatureColumn, Summary>,
): Promise<Map<FeatureColumn, Bars>> {
  const known = columns.filter((column) => summaries.has(column));
  if (known.length === 0) return new Map();
  const parts = known.map((column, at) => {
    const edges = summaries.get(column)?.edges ?? [];
    const cases = edges.map((edge, i) => sql`WHEN ${doubleSql(column)} < ${double(edge)} THEN ${i}`);
    const range = cases.length === 0 ? sql`0` : sql`CASE ${join(cases, ' ')} ELSE ${edges.length} END`;
    return sql`SELECT ${at} AS place, ${range} AS range, count(*) AS clients FROM ${table} WHERE ${identifier(column.name)} IS NOT NULL GROUP BY 2`;
  });
  const rows = await session.rows(join(parts, ' UNION ALL '));
  return new Map(
    known.map((column, at) => {
      const edges = summaries.get(column)?.edges ?? [];
      const mine = rows.filter(({ place }) => place === at);
      return [column, barsOf(column, edges, (i) => Number(mine.find(({ range }) => range === i)?.clients ?? 0))];
    }),
  );
}

function barsOf(column: FeatureColumn, edges: readonly number[], clients: (range: number) => number): Bars {
  const bounds = [null, ...edges.map((edge) => (isDay(column) ? isoDay(edge) : edge)), null];
  return bounds.slice(1).map((high, i) => {
    const trait: Trait = { kind: 'range', low: bounds[i] ?? null, high };
    return { trait, clients: clients(i) };
  });
}

async function valuesOf(
  session: Session,
  table: Sql,
  columns: readonly FeatureColumn[],
): Promise<Map<FeatureColumn, Bars>> {
  if (columns.length === 0) return new Map();
  const parts = columns.map(({ name }, at) => {
    const value = identifier(name);
    return sql`SELECT ${at} AS place, * FROM (SELECT CAST(${value} AS VARCHAR) AS value, count(*) AS clients FROM ${table} WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostShown})`;
  });
  const rows = await session.rows(join(parts, ' UNION ALL '));
  return new Map(
    columns.map((column, at) => [
      column,
      rows
        .filter(({ place }) => place === at)
        .map(({ value, clients }) => ({
          trait: { kind: 'value', value: column.type === 'boolean' ? value === 'true' : String(value) },
          clients: Number(clients),
        })),
    ]),
  );
}
