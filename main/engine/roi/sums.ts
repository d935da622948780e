import type { Field } from '#shared/intake/index.ts';
import type { RoiPeriod } from '#shared/roi/index.ts';
import { identifier, join, type Sql, sql } from '../warehouse/index.ts';
import type { RoiColumns } from './columns.ts';
import { faultsOf } from './faults.ts';
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
  /** What both are multiplied by to be in one unit of money before they are held against each other. */
  readonly factors: { readonly cost: bigint; readonly return: bigint };
}

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
 * Sums of the rows that are used, by campaign and period: campaign VARCHAR, launch VARCHAR, period BIGINT, n, cost VARCHAR and
 * returned VARCHAR in units. In the order of campaign and period, `limit` rows at most. Pure.
 */
export function sumsSql(
  source: RoiSource,
  columns: RoiColumns,
  scales: RoiScales,
  period: RoiPeriod,
  limit: number,
): Sql {
  const { alias } = source;
  const campaign = columns.campaign
    ? sql`CAST(${identifier(alias, columns.campaign.name)} AS VARCHAR)`
    : sql`CAST(NULL AS VARCHAR)`;
  const units = (field: Field, scale: Scale) => sql`sum(${unitsSql(alias, field, scale)})`;
  // What a place tells is asked of days and periods, of which there are few, and not of rows.
  const used = faultsOf(source.alias, columns, period).filter(({ ofPlace }) => !ofPlace);
  const summed = sql`SELECT ${campaign} AS campaign, ${placeSql(source, columns, period)} AS place, count(*) AS n, ${units(columns.cost, scales.cost)} AS cost, ${units(columns.return, scales.return)} AS returned FROM ${source.from} WHERE ${join([...inScope(source), ...used.map(({ not }) => not)], ' AND ')} GROUP BY ALL`;
  const placed = period.kind === 'number' ? numbered(summed) : placedByDate(summed, period);
  return sql`SELECT campaign, launch, period, n, CAST(cost AS VARCHAR) AS cost, CAST(returned AS VARCHAR) AS returned FROM (${placed}) ORDER BY campaign NULLS LAST, period LIMIT ${limit}`;
}

/** Whether any row has a cost or a return below zero: found BOOLEAN. Answered from what the table notes of its blocks. */
export function anyNegativeSql(source: RoiSource, columns: RoiColumns): Sql {
  return sql`SELECT count(*) > 0 AS found FROM ${source.from} WHERE ${join([...inScope(source), sql`(${identifier(source.alias, columns.cost.name)} < 0 OR ${identifier(source.alias, columns.return.name)} < 0)`], ' AND ')}`;
}

/** Rows in scope: rows, each reason for leaving some out under its name, and of those used negative_cost, negative_return. */
export function asideSql(source: RoiSource, columns: RoiColumns, period: RoiPeriod): Sql {
  const faults = faultsOf(source.alias, columns, period);
  const before = (at: number) => faults.slice(0, at).map(({ not }) => not);
  const counts = faults.map(({ reason, met }, at) => counted(join([...before(at), sql`(${met})`], ' AND '), reason));
  const negative = (field: Field, name: string) =>
    counted(join([...before(faults.length), sql`${identifier(source.alias, field.name)} < 0`], ' AND '), name);
  const all = [
    sql`count(*) AS "rows"`,
    ...counts,
    negative(columns.cost, 'negative_cost'),
    negative(columns.return, 'negative_return'),
  ];
  return sql`SELECT ${join(all, ', ')} FROM ${source.from}${whereOf(source)}`;
}

const counted = (condition: Sql, name: string): Sql => sql`count(*) FILTER (WHERE ${condition}) AS ${identifier(name)}`;

/** The period of a row that is used, as a whole number, or its day. */
function placeSql({ alias }: RoiSource, columns: RoiColumns, period: RoiPeriod): Sql {
  const at = identifier(alias, columns.period.name);
  return period.kind === 'number' ? sql`TRY_CAST(${at} AS BIGINT)` : sql`CAST(${at} AS DATE)`;
}

const whereOf = ({ where }: RoiSource): Sql => (where === null ? sql`` : sql` WHERE ${where}`);
const inScope = ({ where }: RoiSource): Sql[] => (where === null ? [] : [where]);

/** A condition that DuckDB cannot carry back to the rows, because it names a count of them. */
const afterSumming = (condition: Sql): Sql => sql`CASE WHEN n > 0 THEN ${condition} END`;

function numbered(summed: Sql): Sql {
  return sql`SELECT *, CAST(NULL AS VARCHAR) AS launch, place AS period FROM (${summed}) WHERE ${afterSumming(sql`place >= 0`)}`;
}

/** Days are summed before they are placed, so that a campaign's first day needs no second look at the rows. */
function placedByDate(summed: Sql, period: Extract<RoiPeriod, { kind: 'date' }>): Sql {
  const launch =
    period.launch === null ? sql`min(place) OVER (PARTITION BY campaign)` : sql`CAST(${period.launch} AS DATE)`;
  const since = period.launch === null ? sql`` : sql` AND place >= CAST(${period.launch} AS DATE)`;
  const days = sql`SELECT *, ${launch} AS launched FROM (${summed}) WHERE ${afterSumming(sql`isfinite(place)${since}`)}`;
  return sql`SELECT campaign, CAST(launched AS VARCHAR) AS launch, ${periodSql(period.unit)} AS period, CAST(sum(n) AS BIGINT) AS n, sum(cost) AS cost, sum(returned) AS returned FROM (${days}) GROUP BY ALL`;
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
