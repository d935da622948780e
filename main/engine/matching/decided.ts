import type { DecidedPair, MatchDefinition, RowIdentity } from '#shared/matching/index.ts';
import { type QueryOptions, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { readMatched } from './compute.ts';
import { rowsDecided } from './decisions.ts';
import { sideOf, textsOf } from './sides.ts';

interface Page {
  readonly definition: MatchDefinition;
  readonly offset: number;
  readonly limit: number;
}

/** What a page of decisions is about, the newest first; see `matching.decided` of the contract. Of rows that are alike, the first stands for all. */
export async function readDecided(
  workspace: Workspace,
  { definition, offset, limit }: Page,
  options: QueryOptions,
): Promise<DecidedPair[]> {
  const decisions = definition.decisions.toReversed().slice(offset, offset + limit);
  if (decisions.length === 0) return [];
  return readMatched(workspace, definition, options, async ({ inputs, scratch }) => {
    const found = await workspace.warehouse.rows(
      sql`SELECT h, min(rid) AS rid FROM (${rowsDecided(inputs, decisions, scratch)}) GROUP BY h`,
      { signal: options.signal },
    );
    const rids = new Map(found.map(({ h, rid }) => [String(h), Number(rid)]));
    const texts = await textsOf(workspace, inputs, [...rids.values()]);
    const side = ({ row }: RowIdentity) => {
      const rid = rids.get(row);
      return rid === undefined ? null : sideOf(inputs, rid, row, texts.get(rid) ?? []);
    };
    return decisions.map(({ a, b }) => ({ a: side(a), b: side(b) }));
  });
}
