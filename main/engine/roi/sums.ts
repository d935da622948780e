import type { Field } from '#shared/intake/index.ts';
import type { RoiPeriod } from '#shared/roi/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';
import type { RoiColumns } from './columns.ts';
import { type Scale, unitsSql } from './scale.ts';

/** The rows that a study looks at: `FROM from WHERE where`, its columns under `alias`. */
export interface RoiSource {
  readonly from: Sql;
  readonly alias: string;
  /** null: all of them. */
  readonly where: Sql | null;
}

export interface RoiScales {
  readonly cost: Scale;
  readonly return: Scale;
}

/** Numbers of the reasons for which a row is left out, in the order in which they are tested; 0 is none. */
export const reasonNumbers = {
  noPeriod: 1,
  badPeriod: 2,
  beforeLaunch: 3,
  noCost: 4,
  noReturn: 5,
  notFinite: 6,
} as const;

/** The greatest magnitudes of the two amounts, for the scale of those that are DOUBLEs: cost DOUBLE, returned DOUBLE. */
export function largestSql(source: RoiSource, columns: RoiColumns): Sql {
  const largest = (field: Field) => {
    if (field.type !== 'number') return sql`0`;
    const value = sql`CAST(${identifier(source.alias, field.name)} AS DOUBLE)`;
    return sql`coalesce(max(abs(${value})) FILTER (WHERE isfinite(${value})), 0)`;
  };
  return sql`SELECT ${largest(columns.cost)} AS cost, ${largest(columns.return)} AS returned FROM ${source.from}${whereOf(source)}`;
}

/**
 * Sums by campaign and period: campaign VARCHAR, reason INTEGER, launch VARCHAR, period BIGINT, n, cost VARCHAR and returned
 * VARCHAR in units, negative_cost, negative_return. A row with a reason is left out: its period and sums are null. In the
 * order of campaign, reason and period, `limit` rows at most. Pure.
 */
export function sumsSql(
  source: RoiSource,
  columns: RoiColumns,
  scales: RoiScales,
  period: RoiPeriod,
  limit: number,
): Sql {
  const used = raw('reason = 0');
  const sums = sql`sum(CASE WHEN ${used} THEN cost END) AS cost, sum(CASE WHEN ${used} THEN returned END) AS returned, count(*) FILTER (WHERE ${used} AND cost < 0) AS negative_cost, count(*) FILTER (WHERE ${used} AND returned < 0) AS negative_return`;
  const summed = sql`SELECT campaign, reason, CASE WHEN ${used} THEN place END AS place, count(*) AS n, ${sums} FROM (${rowsSql(source, columns, scales, period)}) GROUP BY ALL`;
  const placed = period.kind === 'number' ? numbered(summed) : placedByDate(summed, period);
  return sql`SELECT campaign, reason, launch, period, n, CAST(cost AS VARCHAR) AS cost, CAST(returned AS VARCHAR) AS returned, negative_cost, negative_return FROM (${placed}) ORDER BY campaign NULLS LAST, reason, period LIMIT ${limit}`;
}

/** Each row with its campaign, where it lies in time, its amounts in units, and the first reason against it. */
function rowsSql(source: RoiSource, columns: RoiColumns, scales: RoiScales, period: RoiPeriod): Sql {
  const { alias } = source;
  const column = (field: Field) => identifier(alias, field.name);
  const campaign = columns.campaign ? sql`CAST(${column(columns.campaign)} AS VARCHAR)` : sql`CAST(NULL AS VARCHAR)`;
  const at = placeSql(column(columns.period), columns.period, period);
  const infinite = [columns.cost, columns.return]
    .filter(({ type }) => type === 'number')
    .map((field) => sql`NOT isfinite(CAST(${column(field)} AS DOUBLE))`);
  const cases = [
    sql`WHEN ${column(columns.period)} IS NULL THEN ${raw(String(reasonNumbers.noPeriod))}`,
    sql`WHEN ${at} IS NULL THEN ${raw(String(reasonNumbers.badPeriod))}`,
    ...beforeLaunch(at, period),
    sql`WHEN ${column(columns.cost)} IS NULL THEN ${raw(String(reasonNumbers.noCost))}`,
    sql`WHEN ${column(columns.return)} IS NULL THEN ${raw(String(reasonNumbers.noReturn))}`,
    ...(infinite.length === 0
      ? []
      : [sql`WHEN ${join(infinite, ' OR ')} THEN ${raw(String(reasonNumbers.notFinite))}`]),
  ];
  const units = (field: Field, scale: Scale) => {
    const value = unitsSql(alias, field, scale);
    return scale.kind === 'exact' ? value : sql`CASE WHEN isfinite(${column(field)}) THEN ${value} END`;
  };
  return sql`SELECT ${campaign} AS campaign, ${at} AS place, ${units(columns.cost, scales.cost)} AS cost, ${units(columns.return, scales.return)} AS returned, CASE ${join(cases, ' ')} ELSE 0 END AS reason FROM ${source.from}${whereOf(source)}`;
}

/** The period of a row as a whole number, or its day; null where it is neither. */
function placeSql(column: Sql, field: Field, period: RoiPeriod): Sql {
  switch (period.kind) {
    case 'number':
      return field.type === 'integer'
        ? sql`TRY_CAST(${column} AS BIGINT)`
        : sql`CASE WHEN ${column} = trunc(${column}) THEN TRY_CAST(${column} AS BIGINT) END`;
    case 'date':
      return sql`CASE WHEN isfinite(${column}) THEN CAST(${column} AS DATE) END`;
  }
}

function beforeLaunch(at: Sql, period: RoiPeriod): Sql[] {
  const reason = raw(String(reasonNumbers.beforeLaunch));
  if (period.kind === 'number') return [sql`WHEN ${at} < 0 THEN ${reason}`];
  return period.launch === null ? [] : [sql`WHEN ${at} < CAST(${period.launch} AS DATE) THEN ${reason}`];
}

function numbered(summed: Sql): Sql {
  return sql`SELECT *, CAST(NULL AS VARCHAR) AS launch, place AS period FROM (${summed})`;
}

/** Days are summed before they are placed, so that a campaign's first day needs no second look at the rows. */
function placedByDate(summed: Sql, period: Extract<RoiPeriod, { kind: 'date' }>): Sql {
  const launch =
    period.launch === null
      ? sql`min(place) OVER (PARTITION BY campaign)`
      : sql`CASE WHEN reason = 0 THEN CAST(${period.launch} AS DATE) END`;
  const days = sql`SELECT *, ${launch} AS launched FROM (${summed})`;
  return sql`SELECT campaign, reason, CAST(launched AS VARCHAR) AS launch, ${periodSql(period.unit)} AS period, CAST(sum(n) AS BIGINT) AS n, sum(cost) AS cost, sum(returned) AS returned, CAST(sum(negative_cost) AS BIGINT) AS negative_cost, CAST(sum(negative_return) AS BIGINT) AS negative_return FROM (${days}) GROUP BY ALL`;
}

/**
 * The period of a day `place`, from 1 on the day of launch. A month begins on the launch's day of the month, or on the last
 * day of a month that has no such day.
 */
function periodSql(unit: 'day' | 'week' | 'month'): Sql {
  switch (unit) {
    case 'day':
      return sql`datediff('day', launched, place) + 1`;
    case 'week':
      return sql`datediff('day', launched, place) // 7 + 1`;
    case 'month':
      return sql`datediff('month', launched, place) + CASE WHEN place >= launched + to_months(CAST(datediff('month', launched, place) AS INTEGER)) THEN 1 ELSE 0 END`;
  }
}

const whereOf = ({ where }: RoiSource): Sql => (where === null ? sql`` : sql` WHERE ${where}`);
