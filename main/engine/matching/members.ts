import type { MatchKey } from '#shared/matching/index.ts';
import { raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { RowSpace } from './rowSpace.ts';
import type { Scratch } from './scratch.ts';

/** Rows that share a value of one key, group by group: rows from `starts[i]` to before `starts[i + 1]`. */
export interface Groups {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

export interface KeyMembers {
  readonly groups: Groups;
  /** Rows that share a phone or a client number of too many names. */
  readonly shared: Groups;
}

/** People share a phone, and where there is no client number the same is often typed in its place. */
const isShared = (key: MatchKey): boolean => key === 'phone' || key === 'clientNumber';

/** The rows that share a value of a key with another row, with their place, their group, their bits, and whether the value is one that joins nobody. */
export function membersSql(key: MatchKey, sharedBy: number, { keys }: Scratch): Sql {
  const [columns, there] =
    key === 'nameCity'
      ? [raw('name, city'), sql`name IS NOT NULL AND city IS NOT NULL`]
      : [raw(key), sql`${raw(key)} IS NOT NULL`];
  const shares = isShared(key);
  const named = shares ? sql`, count(name) AS named` : sql``;
  const several = sql`SELECT ${columns}, min(rid) AS g${named} FROM ${keys} WHERE ${there} GROUP BY ${columns} HAVING count(*) > 1`;
  // Names are counted only where there are enough of them.
  const many = shares
    ? sql`, many AS (SELECT ${columns}, true AS shared FROM ${keys} SEMI JOIN (SELECT ${columns} FROM several WHERE named >= ${sharedBy}) USING (${columns})
        GROUP BY ${columns} HAVING count(DISTINCT name) >= ${sharedBy})`
    : sql``;
  const shared = shares ? sql`CASE WHEN many.shared THEN 1 ELSE 0 END` : sql`0`;
  return sql`WITH several AS MATERIALIZED (${several})${many}
    SELECT CAST(k.rid AS DOUBLE), CAST(s.g AS DOUBLE), CAST(k.m AS DOUBLE), CAST(${shared} AS DOUBLE)
    FROM ${keys} k JOIN several s USING (${columns})${shares ? sql` LEFT JOIN many USING (${columns})` : sql``} ORDER BY s.g`;
}

/** Reads them, and notes the bits of each row. The bit of a value that joins nobody is none. */
export async function readMembers(session: Session, statement: Sql, at: number, space: RowSpace): Promise<KeyMembers> {
  const [rid = none, group = none, bits = none, shared = none] = await session.doubles(statement);
  const lists = [createGroups(rid.length), createGroups(rid.length)] as const;
  for (let i = 0; i < rid.length; i++) {
    const row = space.rowOf(rid[i] ?? 0);
    const isShared = shared[i] === 1;
    space.bits[row] = bits[i] ?? 0;
    if (isShared) space.silenced.push([row, 1 << at]);
    lists[isShared ? 1 : 0].add(row, i > 0 && group[i] === group[i - 1]);
  }
  return { groups: lists[0].done(), shared: lists[1].done() };
}

const none = new Float64Array();

function createGroups(most: number) {
  const rows = new Int32Array(most);
  const starts: number[] = [];
  let size = 0;
  return {
    add(row: number, sameAsBefore: boolean) {
      if (!sameAsBefore) starts.push(size);
      rows[size++] = row;
    },
    done: (): Groups => ({ rows: rows.slice(0, size), starts: Int32Array.from(starts.concat(size)) }),
  };
}
