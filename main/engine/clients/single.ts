import type { ClientsDefinition } from '#shared/clients/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { tableName, tableOf } from '../datasets/index.ts';
import { type QueryOptions, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { factOf, type KeyField, keySql } from './keys.ts';

/** By table version and key; tables are immutable, so nothing here goes stale. */
const singleOf = new WeakMap<Workspace, Map<string, boolean>>();

/** Below this share of different keys nobody need look closer: a count of a profile is a sketch, and never off by so much. */
const worthLooking = 0.5;

/** The linked tables with at most one row a client: a field of theirs is one value a client, as one of the client list is. */
export async function singleTables(
  workspace: Workspace,
  model: ClientsDefinition,
  options: QueryOptions,
): Promise<ReadonlySet<string>> {
  const singles = new Set<string>();
  if (model.key.kind === 'row') return singles;
  for (const { table, field } of model.facts) {
    const dataset = workspace.catalogue.datasets.find(table);
    // What has gone is told of by who needs it.
    if (!dataset?.fields.some(({ name }) => name === field)) continue;
    const { key } = factOf(workspace, model, table);
    if (await isSingle(workspace, dataset, key, options)) singles.add(table);
  }
  return singles;
}

async function isSingle(
  workspace: Workspace,
  dataset: Dataset,
  key: KeyField,
  options: QueryOptions,
): Promise<boolean> {
  const known = singleOf.get(workspace) ?? new Map<string, boolean>();
  singleOf.set(workspace, known);
  const name = JSON.stringify([tableName(dataset), key.name]);
  const before = known.get(name);
  if (before !== undefined) return before;
  if (key.approximateDistinct < dataset.rows * worthLooking) return false;
  const [row] = await workspace.warehouse.rows(
    sql`SELECT count(k) = count(DISTINCT k) AS single FROM (SELECT ${keySql('f', key)} AS k FROM ${tableOf(dataset)} f)`,
    options,
  );
  const single = row?.single === true;
  known.set(name, single);
  return single;
}
