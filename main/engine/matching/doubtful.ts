import type { MatchDefinition } from '#shared/matching/index.ts';
import { raw, type Sql, sql } from '../warehouse/index.ts';
import { type Clusters, clientOf } from './cluster.ts';
import type { Groups, KeyMembers } from './members.ts';
import type { RowSpace } from './rowSpace.ts';
import type { Scratch } from './scratch.ts';

/** Rows with names that differ by one character only where fewer than so many do: else everyone is like someone. */
const mostAlike = 20;

/** Characters from which one that differs may be a slip. */
const shortestName = 5;

/** As they are numbered in the working table, which is the order of their names. */
const kinds = { contradiction: 0, nearName: 1, sharedValue: 2 } as const;

/** Columns of the pairs found: ca and cb, the clients; ra and rb, a row of each that shows it; level, the key's place; the kind of doubt. */
export type FoundPairs = readonly [number[], number[], number[], number[], number[], number[]];

/**
 * Clients that share a value and are not one. Of many that do each is paired with the next, so that there are as many pairs
 * as decisions to make.
 */
export function sharedPairs(members: readonly KeyMembers[], clusters: Clusters, space: RowSpace): FoundPairs {
  const found: FoundPairs = [[], [], [], [], [], []];
  members.forEach(({ groups, shared }, at) => {
    neighbours(groups, at, kinds.contradiction, clusters, space, found);
    neighbours(shared, at, kinds.sharedValue, clusters, space, found);
  });
  return found;
}

function neighbours(
  { rows, starts }: Groups,
  at: number,
  kind: number,
  clusters: Clusters,
  { ridOf }: RowSpace,
  found: FoundPairs,
): void {
  const firsts = new Map<number, number>();
  for (let group = 0; group + 1 < starts.length; group++) {
    if (isOneClient(rows, starts[group] ?? 0, starts[group + 1] ?? 0, clusters)) continue;
    firsts.clear();
    for (let i = starts[group] ?? 0; i < (starts[group + 1] ?? 0); i++) {
      const row = rows[i] ?? 0;
      const client = clientOf(clusters, row);
      firsts.set(client, Math.min(firsts.get(client) ?? row, row));
    }
    const clients = [...firsts].toSorted(([a], [b]) => a - b);
    for (const [i, [client, row]] of clients.entries()) {
      const before = clients[i - 1];
      if (!before) continue;
      const pair = [ridOf(before[0]), ridOf(client), ridOf(before[1]), ridOf(row), at, kind];
      for (const [column, value] of pair.entries()) found[column]?.push(value);
    }
  }
}

function isOneClient(rows: Int32Array, from: number, to: number, clusters: Clusters): boolean {
  const client = clientOf(clusters, rows[from] ?? 0);
  for (let i = from + 1; i < to; i++) if (clientOf(clusters, rows[i] ?? 0) !== client) return false;
  return true;
}

export const foundTable = ({ found }: Scratch): Sql =>
  sql`CREATE TABLE ${found} (ca BIGINT, cb BIGINT, ra BIGINT, rb BIGINT, level BIGINT, kind BIGINT)`;

/** Pairs of clients that may be one, in the order of review: those found and names that are near; decided, where they are known to be apart. */
export function pairsTable({ keys, nearNames }: MatchDefinition, scratch: Scratch): Sql {
  const { found, pairs, apart } = scratch;
  const at = keys.indexOf('nameCity');
  const near = nearNames && at >= 0 ? sql` UNION ALL ${nearPairs(at, keys, scratch)}` : sql``;
  const client = (row: Sql) => sql`coalesce((SELECT c FROM ${scratch.joined} WHERE rid = ${row}), ${row})`;
  const said = sql`SELECT DISTINCT least(x, y) AS ca, greatest(x, y) AS cb FROM (SELECT ${client(sql`p.a`)} AS x, ${client(sql`p.b`)} AS y FROM ${apart} p)`;
  return sql`CREATE TABLE ${pairs} AS WITH found AS (SELECT * FROM ${found}${near}),
    one AS (SELECT ca, cb, unnest(arg_min({ra: ra, rb: rb, level: level, kind: kind}, {level: level, kind: kind, ra: ra, rb: rb})) FROM found GROUP BY ca, cb)
    SELECT row_number() OVER (ORDER BY level, kind, one.ca, one.cb) AS n, one.* EXCLUDE (kind),
      CASE kind WHEN 0 THEN 'contradiction' WHEN 1 THEN 'nearName' ELSE 'sharedValue' END AS doubt, said.ca IS NOT NULL AS decided
    FROM one LEFT JOIN (${said}) said ON said.ca = one.ca AND said.cb = one.cb`;
}

/**
 * Names of one city that become alike when one character is changed, added or left out: every name is put down with each of its
 * characters left out, so that pairs are found by equality. Clients that have a more trusted number each are no pair: they
 * would agree on it.
 */
function nearPairs(at: number, keys: MatchDefinition['keys'], { keys: table, joined }: Scratch): Sql {
  const strong = keys.reduce(
    (bits, key, i) => (key === 'creditCode' || key === 'idNumber' ? bits | (1 << i) : bits),
    0,
  );
  const names = sql`SELECT coalesce(j.c, k.rid) AS c, k.city, k.name, min(k.rid) AS r, bit_or(k.m & ${raw(String(strong))}) AS m, length(k.name) AS size
    FROM ${table} k LEFT JOIN ${joined} j ON j.rid = k.rid WHERE k.city IS NOT NULL AND length(k.name) >= ${raw(String(shortestName))} GROUP BY 1, 2, 3`;
  const cut = sql`SELECT *, unnest(range(0, size + 1)) AS i FROM names`;
  const variants = sql`SELECT c, r, m, size, i, hash(city, CASE WHEN i = 0 THEN name ELSE name[:i-1] || name[i+1:] END) AS hv FROM (${cut})`;
  const few = sql`SELECT hv FROM v GROUP BY hv HAVING count(*) BETWEEN 2 AND ${raw(String(mostAlike))}`;
  const changed = sql`x.i = y.i AND x.i > 0 AND x.size = y.size AND x.r < y.r`;
  const added = sql`x.i = 0 AND y.i > 0 AND y.size = x.size + 1`;
  return sql`SELECT least(ca, cb), greatest(ca, cb), CASE WHEN ca < cb THEN ra ELSE rb END, CASE WHEN ca < cb THEN rb ELSE ra END,
    ${raw(String(at))}, ${raw(String(kinds.nearName))} FROM (
    WITH names AS (${names}), v AS MATERIALIZED (${variants}), w AS MATERIALIZED (SELECT v.* FROM v SEMI JOIN (${few}) USING (hv))
    SELECT x.c AS ca, y.c AS cb, x.r AS ra, y.r AS rb FROM w x JOIN w y ON x.hv = y.hv AND x.c <> y.c AND (x.m & y.m) = 0 AND ((${changed}) OR (${added})))`;
}
