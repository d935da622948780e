import type { ClientsDefinition, ClientsSummary } from '#shared/clients/index.ts';
import type { Provenance } from '#shared/contract/index.ts';
import { provenanceOf, tableOf, versionOf } from '../datasets/index.ts';
import { type QueryOptions, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { type ClientBase, clientBase } from './base.ts';
import { type Fact, factOf, keySql } from './keys.ts';

/** How well the tables of a client model fit together; see ClientsSummary. */
export async function checkClients(
  workspace: Workspace,
  definition: ClientsDefinition,
  options: QueryOptions = {},
): Promise<{ summary: ClientsSummary; provenance: Provenance }> {
  const started = performance.now();
  const base = await clientBase(workspace, definition, options);
  const facts = definition.facts.map((fact) => factOf(workspace, definition, fact.table));
  const statements = facts.map((fact) => factSql(base, fact));
  const summaries: ClientsSummary['facts'] = [];
  for (const [i, fact] of facts.entries()) {
    const [row] = await workspace.warehouse.rows(statements[i] ?? sql``, options);
    summaries.push({
      table: fact.dataset.name,
      rows: fact.dataset.rows,
      unmatchedRows: fact.dataset.rows - Number(row?.matched ?? 0),
      clientsReached: Number(row?.reached ?? 0),
    });
  }
  const summary: ClientsSummary = {
    clients: base.clients,
    rows: base.list.dataset.rows,
    duplicateRows: base.duplicateRows,
    blankKeys: base.blankKeys,
    facts: summaries,
  };
  const tables = [base.list.dataset, ...facts.map((fact) => fact.dataset)].map(versionOf);
  return { summary, provenance: provenanceOf([countSql(base), ...statements], [], tables, started) };
}

function countSql(base: ClientBase): Sql {
  return sql`SELECT count(*) AS clients FROM ${base.source}`;
}

/** Facts are first grouped by key, so that a client with many rows is looked up once. */
function factSql(base: ClientBase, fact: Fact): Sql {
  const key = base.list.key;
  if (key === null) return sql`SELECT 0 AS matched, 0 AS reached`;
  return sql`SELECT coalesce(sum(g.n), 0) AS matched, count(*) AS reached FROM (SELECT ${keySql('f', fact.key)} AS k, count(*) AS n FROM ${tableOf(fact.dataset)} f WHERE ${keySql('f', fact.key)} IS NOT NULL GROUP BY ${keySql('f', fact.key)}) g SEMI JOIN (SELECT ${keySql('t', key)} AS k FROM ${base.source}) c ON g.k = c.k`;
}
