import type { Provenance } from '#shared/contract/index.ts';
import type { SegmentDefinition, SegmentResult } from '#shared/segments/index.ts';
import { type ClientBase, clientBase, savedClients } from '../clients/index.ts';
import { provenanceOf, versionOf } from '../datasets/index.ts';
import { type QueryOptions, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { compileRule } from './rule.ts';

/**
 * Clients that meet a condition. Pure: takes what `compileRule` made. As a filter, not as a column: DuckDB then looks into other
 * tables only for the clients that the rest of the rule leaves.
 */
function countSql(base: ClientBase, condition: Sql): Sql {
  return sql`SELECT count(*) AS clients FROM ${base.source} WHERE ${condition}`;
}

/** Counts the clients of a rule against the saved client model; `clientsMissing` where there is none. */
export async function countSegment(
  workspace: Workspace,
  definition: SegmentDefinition,
  options: QueryOptions = {},
): Promise<{ result: SegmentResult; provenance: Provenance }> {
  const started = performance.now();
  const model = savedClients(workspace);
  const base = await clientBase(workspace, model, options);
  const { condition, tables, compared } = compileRule(workspace, model, base, definition.rule);
  const statement = countSql(base, condition);
  const [row] = await workspace.warehouse.rows(statement, options);
  const clients = Number(row?.clients ?? 0);
  const all = base.clients;
  return {
    result: { clients, base: all, share: all === 0 ? null : clients / all },
    provenance: provenanceOf([statement], compared, tables.map(versionOf), started),
  };
}
