import type { ClientBase } from '../clients/index.ts';
import { keySql } from '../clients/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';
import { finishedSql } from './aggregate.ts';
import type { AsOfDay } from './asOf.ts';
import { endOf, passSql } from './pass.ts';
import type { Planned } from './plan.ts';

/** A column of tags: a condition over the client list (t) and features (w), or the first of several that is met. */
export interface PlannedTag {
  readonly column: string;
  /** Null: true and false. Otherwise text: the label of each condition. */
  readonly labels: readonly string[] | null;
  readonly conditions: readonly Sql[];
}

/** The column of the feature at a place, where tags can test it. */
export const featureColumn = (place: number): Sql => raw(`w.v${place}`);

/** One row a client of the base: its key, each feature and each tag, under their names. Pure. */
export function featuresSql(
  base: ClientBase,
  keyName: string,
  planned: Planned,
  days: readonly AsOfDay[],
  tags: readonly PlannedTag[],
): Sql {
  const { key } = base.list;
  const own = key === null ? sql`NULL` : keySql('t', key);
  const passes = planned.facts.map(
    (fact, i) => sql` LEFT JOIN (${passSql(fact, days)}) ${raw(`p${i}`)} ON ${raw(`p${i}`)}.client = ${own}`,
  );
  const values = planned.features.map(
    (feature) => sql`, ${finishedSql(feature, endOf(feature, days))} AS ${raw(`v${feature.place}`)}`,
  );
  const widths = sql`SELECT t.rowid AS id, ${identifier('t', keyName)} AS k${join(values, ' ')} FROM ${base.source}${join(passes, ' ')}`;
  const named = [
    sql`w.k AS ${identifier(keyName)}`,
    ...planned.features.map(({ place, feature }) => sql`${featureColumn(place)} AS ${identifier(feature.name)}`),
    ...tags.map((tag) => sql`${tagSql(tag)} AS ${identifier(tag.column)}`),
  ];
  const tagged = tags.length === 0 ? sql`` : sql` JOIN ${base.source} ON t.rowid = w.id`;
  return sql`SELECT ${join(named, ', ')} FROM (${widths}) w${tagged}`;
}

function tagSql({ labels, conditions }: PlannedTag): Sql {
  if (labels === null) return conditions[0] ?? sql`false`;
  const cases = conditions.map((condition, i) => sql`WHEN ${condition} THEN CAST(${labels[i] ?? ''} AS VARCHAR)`);
  return sql`CASE ${join(cases, ' ')} END`;
}
