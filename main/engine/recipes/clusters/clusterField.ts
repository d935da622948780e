import { AppError } from '#shared/errors/index.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import {
  type Clustering,
  type ClusterMethod,
  type CountedValue,
  mostClusteredValues,
  type RecipeDefinition,
} from '#shared/recipes/index.ts';
import { identifier, type QueryOptions, type Session, type Sql, sql } from '../../warehouse/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { shownColumn } from '../classes.ts';
import { columnOfType } from '../columns.ts';
import { compileSteps } from '../compile.ts';
import { sourceStage, withChain } from '../stage.ts';
import type { Stage } from '../types.ts';
import { clusterValues } from './group.ts';

/** More than these nobody looks through. */
const mostClusters = 1_000;

interface ClustersWanted {
  readonly definition: RecipeDefinition;
  readonly upTo: number | null;
  readonly field: string;
  readonly method: ClusterMethod;
}

/** Values of a text field that may be one; see `recipes.clusters` of the contract. */
export async function clusterField(
  workspace: Workspace,
  { definition: { table, steps }, upTo, field, method }: ClustersWanted,
  options: QueryOptions = {},
): Promise<Clustering> {
  const source = workspace.catalogue.datasets.get(table);
  const { values, distinct } = await workspace.warehouse.withSession(async (session) => {
    const compiled = await compileSteps(session, source, upTo === null ? steps : steps.slice(0, upTo), options);
    return countValues(session, compiled.at(-1)?.after ?? sourceStage(source), table, field, options);
  }, options.signal);
  const clusters = await clusterValues(values, method, options);
  return { clusters: clusters.slice(0, mostClusters), total: clusters.length, looked: values.length, distinct };
}

async function countValues(session: Session, stage: Stage, table: string, field: string, options: QueryOptions) {
  const column = columnOfType(stage.columns, field, ['text']);
  if (isMasked(shownColumn(column).sensitivity)) {
    throw new AppError('permission', 'valuesWithheld', { table, field });
  }
  const found = await session.rows(valuesSql(stage, field), options);
  const values = found.map(({ value, n }): CountedValue => ({ value: String(value), rows: Number(n) }));
  return { values, distinct: Number(found[0]?.['different'] ?? 0) };
}

/** The most frequent values with their rows, and how many values there are. Empty cells are no value. Pure. */
function valuesSql(stage: Stage, field: string): Sql {
  const column = identifier('s', field);
  const counted = sql`SELECT ${column} AS value, count(*) AS n FROM ${stage.name} s WHERE ${column} IS NOT NULL GROUP BY 1`;
  return withChain(
    stage,
    sql`SELECT value, n, count(*) OVER () AS different FROM (${counted}) ORDER BY n DESC, value LIMIT ${mostClusteredValues}`,
  );
}
