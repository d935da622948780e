import { dayAfter, windowStart } from '#shared/features/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { keySql } from '../clients/index.ts';
import { matchSql } from '../conditions/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';
import { aggregatesOf } from './aggregate.ts';
import type { AsOfDay } from './asOf.ts';
import type { PlannedFact, PlannedFeature, PlannedTest } from './plan.ts';
import { createShelf, keyOf } from './shelf.ts';

/**
 * One pass over a table: `client` (key as text) and, for the feature at each place, its aggregates `a<place>` (and `b<place>`).
 * What all of its features ask is a WHERE, what only some do a FILTER. Pure.
 */
export function passSql({ fact, features }: PlannedFact, days: readonly AsOfDay[]): Sql {
  const asked = features.map((feature) => conditionsOf(feature, days));
  const common = (asked[0] ?? []).filter((each) =>
    asked.every((all) => all.some((other) => keyOf(other) === keyOf(each))),
  );
  const isCommon = (each: Sql) => common.some((other) => keyOf(other) === keyOf(each));
  const shelf = createShelf();
  const aggregates = features.flatMap((feature, i) => {
    const rest = (asked[i] ?? []).filter((each) => !isCommon(each));
    const met = rest.length === 0 ? null : shelf.put(all(rest));
    const part = feature.part.length === 0 ? null : shelf.put(all([...rest, ...feature.part.map(testSql)]));
    return aggregatesOf(feature, { met, part, shelf });
  });
  const where = [...common, ...widestStart(features, days).filter((each) => !isCommon(each))];
  const filter = where.length === 0 ? sql`` : sql` WHERE ${join(where, ' AND ')}`;
  const columns = shelf.columns.map((column) => sql`, ${column}`);
  const rows = sql`SELECT ${keySql('f', fact.key)} AS client${join(columns, ' ')} FROM ${tableOf(fact.dataset)} f${filter}`;
  return sql`SELECT client, ${join(aggregates, ', ')} FROM (${rows}) GROUP BY client`;
}

const all = (conditions: readonly Sql[]): Sql => sql`(${join(conditions, ' AND ')})`;

const testSql = ({ field, test }: PlannedTest): Sql => matchSql(identifier('f', field.name), field, test);

/** What a row of a feature has to meet. */
function conditionsOf(feature: PlannedFeature, days: readonly AsOfDay[]): Sql[] {
  const { time } = feature;
  const filters = feature.filters.map(testSql);
  if (time === null) return filters;
  const end = endOf(feature, days);
  // Where no row has a time, none counts.
  if (end === null) return [sql`false`];
  const column = identifier('f', time.name);
  const start = startOf(feature, days);
  const from =
    start === null ? sql`${column} > CAST('-infinity' AS ${raw(native(time))})` : sql`${column} >= ${day(start, time)}`;
  return [sql`${column} < ${day(end, time)}`, from, ...filters];
}

/** Where every feature has a window on the same time, rows before the longest of them are not read. */
function widestStart(features: readonly PlannedFeature[], days: readonly AsOfDay[]): Sql[] {
  const [first] = features;
  const time = first?.time ?? null;
  const starts = features.map((feature) => (feature.time?.name === time?.name ? startOf(feature, days) : null));
  const known = starts.filter((start) => start !== null).toSorted();
  const [earliest] = known;
  if (time === null || earliest === undefined || known.length < features.length) return [];
  return [sql`${identifier('f', time.name)} >= ${day(earliest, time)}`];
}

const dayOf = ({ feature, time }: PlannedFeature, days: readonly AsOfDay[]): string | null =>
  days.find((each) => each.table === feature.table && each.time === time?.name)?.date ?? null;

/** The day after the as-of day of a feature; null where it has no time, or its table none. */
export function endOf(feature: PlannedFeature, days: readonly AsOfDay[]): string | null {
  const asOf = dayOf(feature, days);
  return asOf === null ? null : dayAfter(asOf);
}

function startOf(feature: PlannedFeature, days: readonly AsOfDay[]): string | null {
  const asOf = dayOf(feature, days);
  return asOf === null ? null : windowStart(asOf, feature.feature.window);
}

const native = ({ type }: Field): string => (type === 'date' ? 'DATE' : 'TIMESTAMP');

/** The first moment of a day, in the type of a field. */
const day = (iso: string, time: Field): Sql => sql`CAST(${iso} AS ${raw(native(time))})`;
