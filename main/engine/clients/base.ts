import { createHash } from 'node:crypto';
import { type ClientsDefinition, linkedClients } from '#shared/clients/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { tableName, tableOf } from '../datasets/index.ts';
import { identifier, type QueryOptions, type Sql, sql, unlessAborted } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type ClientList, clientListOf, keySql } from './keys.ts';
import { learnKey } from './plainKeys.ts';

/** The clients of a workspace, one row each: the first row of the list with each key that is not blank. */
export interface ClientBase {
  readonly list: ClientList;
  readonly clients: number;
  readonly blankKeys: number;
  readonly duplicateRows: number;
  /** `FROM` source with alias t: the client list cut to one row a client. */
  readonly source: Sql;
}

/** The client model of the workspace with the features that hang on it; `clientsMissing` where none is saved. */
export function savedClients(workspace: Workspace): ClientsDefinition {
  const [model] = workspace.catalogue.definitions.list('clients');
  if (model?.kind !== 'clients') throw new AppError('validation', 'clientsMissing');
  return linkedClients(model.body, workspace.catalogue.datasets.list());
}

/** Built once per table version and key; tables are immutable, so nothing here goes stale. */
type Known = Map<string, { readonly table: string; readonly base: Promise<ClientBase> }>;
const basesOf = new WeakMap<Workspace, Known>();

export async function clientBase(
  workspace: Workspace,
  definition: ClientsDefinition,
  options: QueryOptions = {},
): Promise<ClientBase> {
  await learnKeys(workspace, definition, options);
  const list = clientListOf(workspace, definition);
  const table = tableName(list.dataset);
  const name = `c_${createHash('sha256')
    .update(JSON.stringify([table, list.key?.name ?? null]))
    .digest('hex')}`;
  const known: Known = basesOf.get(workspace) ?? new Map();
  basesOf.set(workspace, known);
  const base = known.get(name)?.base ?? build(workspace, list, name);
  known.set(name, { table, base });
  // Errors are not kept.
  base.catch(() => known.delete(name));
  return unlessAborted(base, options.signal);
}

/** Looks at the keys of a model before anything is compiled with them. A table or field that has gone is told when it is asked for. */
async function learnKeys(workspace: Workspace, definition: ClientsDefinition, options: QueryOptions): Promise<void> {
  const { table, key, facts } = definition;
  const links = [...(key.kind === 'field' ? [{ table, field: key.field }] : []), ...facts];
  for (const link of links) {
    const dataset = workspace.catalogue.datasets.find(link.table);
    const field = dataset?.fields.find(({ name }) => name === link.field);
    if (dataset && field) await learnKey(workspace, dataset, field, options);
  }
}

/** Frees what was built of a dataset that is about to be removed. */
export async function dropClientBases(workspace: Workspace, datasetId: string): Promise<void> {
  const gone = tableName(workspace.catalogue.datasets.byId(datasetId));
  const known: Known = basesOf.get(workspace) ?? new Map();
  for (const [name, { table, base }] of known) {
    if (table !== gone) continue;
    known.delete(name);
    // Building it may still be under way, and may fail.
    await base.catch(() => undefined);
    await workspace.warehouse.run(sql`DROP TABLE IF EXISTS ${identifier('scratch', name)}`);
  }
}

async function build(workspace: Workspace, list: ClientList, name: string): Promise<ClientBase> {
  const { dataset, key } = list;
  const whole = { list, clients: dataset.rows, blankKeys: 0, duplicateRows: 0, source: sql`${tableOf(dataset)} t` };
  if (key === null) return whole;
  const first = identifier('scratch', `${name}_first`);
  await workspace.warehouse.run(
    sql`CREATE OR REPLACE TABLE ${first} AS SELECT min(t.rowid) AS rid, count(*) AS n FROM ${tableOf(dataset)} t WHERE ${keySql('t', key)} IS NOT NULL GROUP BY ${keySql('t', key)}`,
  );
  try {
    const [counted] = await workspace.warehouse.rows(
      sql`SELECT count(*) AS clients, coalesce(sum(n), 0) AS keyed FROM ${first}`,
    );
    const clients = Number(counted?.clients ?? 0);
    const keyed = Number(counted?.keyed ?? 0);
    const base = { list, clients, blankKeys: dataset.rows - keyed, duplicateRows: keyed - clients };
    if (clients === dataset.rows) return { ...base, source: whole.source };
    // The rows that are left out, not those that stay: they are few, and every analysis looks each row up in them.
    const others = identifier('scratch', name);
    await workspace.warehouse.run(
      sql`CREATE OR REPLACE TABLE ${others} AS SELECT t.rowid AS rid FROM ${tableOf(dataset)} t ANTI JOIN ${first} b ON t.rowid = b.rid`,
    );
    return {
      ...base,
      source: sql`(SELECT l.*, l.rowid FROM ${tableOf(dataset)} l ANTI JOIN ${others} b ON l.rowid = b.rid) t`,
    };
  } finally {
    await workspace.warehouse.run(sql`DROP TABLE IF EXISTS ${first}`);
  }
}
