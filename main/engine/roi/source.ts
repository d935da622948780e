import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { ComparedConstant } from '#shared/privacy/parameters.ts';
import type { Scope } from '#shared/segments/index.ts';
import { factOf, keySql } from '../clients/index.ts';
import { tableOf } from '../datasets/index.ts';
import { scopedClients } from '../segments/index.ts';
import { type QueryOptions, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { RoiSource } from './sums.ts';

export interface ScopedRows {
  readonly source: RoiSource;
  /** What was read besides the table itself. */
  readonly tables: readonly Dataset[];
  readonly compared: readonly ComparedConstant[];
}

/**
 * The rows of a table in a scope. All clients means all rows, also those of no client: campaigns need no client list. A
 * segment takes the rows of its clients, and needs a table that is linked to them (`roiScopeNotLinked`).
 */
export async function rowsInScope(
  workspace: Workspace,
  dataset: Dataset,
  scope: Scope,
  options: QueryOptions,
): Promise<ScopedRows> {
  if (scope.kind === 'all') {
    return { source: { from: sql`${tableOf(dataset)} f`, alias: 'f', where: null }, tables: [], compared: [] };
  }
  const { model, base, condition, tables, compared } = await scopedClients(workspace, scope, options);
  if (model.table === dataset.name) {
    return { source: { from: base.source, alias: 't', where: condition }, tables, compared };
  }
  const { key } = base.list;
  if (key === null || !model.facts.some(({ table }) => table === dataset.name)) {
    const params = { table: dataset.name, segment: scope.segment };
    throw new AppError('validation', 'roiScopeNotLinked', params);
  }
  const fact = factOf(workspace, model, dataset.name);
  const where = sql`${keySql('f', fact.key)} IN (SELECT ${keySql('t', key)} FROM ${base.source} WHERE ${condition})`;
  return { source: { from: sql`${tableOf(dataset)} f`, alias: 'f', where }, tables, compared };
}
