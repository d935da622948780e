import type { MatchDefinition, MatchSummary } from '#shared/matching/index.ts';
import { alone, byHand, type Clusters, clientOf } from './cluster.ts';
import type { RowSpace } from './rowSpace.ts';

/** What a definition came to; the doubtful pairs are counted elsewhere. */
export function summaryOf(
  { lists, keys }: MatchDefinition,
  space: RowSpace,
  clusters: Clusters,
  doubtful: MatchSummary['doubtful'],
): MatchSummary {
  const joined = lists.map(() => 0);
  const byKey = keys.map(() => 0);
  const stands = new Map<number, number>();
  let rows = 0;
  let hand = 0;
  for (let row = 0; row < space.size; row++) {
    const by = clusters.joined[row] ?? alone;
    if (by === alone) continue;
    rows++;
    const list = space.listOf(row);
    joined[list] = (joined[list] ?? 0) + 1;
    if (by === byHand) hand++;
    else byKey[by] = (byKey[by] ?? 0) + 1;
    const client = clientOf(clusters, row);
    stands.set(client, (stands.get(client) ?? 0) | (1 << list));
  }
  const all = space.counts.reduce((sum, count) => sum + count, 0);
  return {
    lists: lists.map(({ table }, i) => ({ table, rows: space.counts[i] ?? 0, joined: joined[i] ?? 0 })),
    clients: all - rows + stands.size,
    acrossLists: [...stands.values()].filter((bits) => (bits & (bits - 1)) !== 0).length,
    joinedBy: keys.map((key, i) => ({ key, rows: byKey[i] ?? 0 })),
    joinedByHand: hand,
    doubtful,
  };
}
