import type { Dataset, Field } from '#shared/intake/index.ts';
import { tableName, tableOf } from '../datasets/index.ts';
import { identifier, type QueryOptions, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** By table version and field; tables are immutable, so nothing here goes stale. */
const plainOf = new WeakMap<Workspace, Map<string, boolean>>();

const nameOf = (dataset: Dataset, field: string): string => JSON.stringify([tableName(dataset), field]);

/**
 * Looks once whether a text key is plain: never blank, never with spaces around it. Such a key is compared as it stands, at
 * half the cost of trimming it in each of ten million rows.
 */
export async function learnKey(
  workspace: Workspace,
  dataset: Dataset,
  { name, type }: Pick<Field, 'name' | 'type'>,
  options: QueryOptions,
): Promise<void> {
  const known = plainOf.get(workspace) ?? new Map<string, boolean>();
  plainOf.set(workspace, known);
  if (type !== 'text' || known.has(nameOf(dataset, name))) return;
  const key = identifier(name);
  const [first] = await workspace.warehouse.rows(
    sql`SELECT 1 AS found FROM ${tableOf(dataset)} WHERE ${key} = '' OR ${key} <> trim(${key}) LIMIT 1`,
    options,
  );
  known.set(nameOf(dataset, name), first === undefined);
}

/** Whether a key is known to be plain. */
export function isPlainKey(workspace: Workspace, dataset: Dataset, field: string): boolean {
  return plainOf.get(workspace)?.get(nameOf(dataset, field)) === true;
}
