import { type Clusters, clientOf, clientsIn, unite } from './cluster.ts';
import type { Groups } from './members.ts';

type Pairs = readonly (readonly [number, number])[];

/**
 * Joins clients that share a value of one key, the `at`-th in the order of trust. Of those that share a value, such stay apart as
 * contradict one another: both have a more trusted key (had they agreed on it, they were one already), or the analyst has said
 * so (`apart`, pairs of rows). Should those that are left come to contradict along a chain of values, they stay apart, too.
 */
export function joinBy(clusters: Clusters, groups: Groups, at: number, apart: Pairs): void {
  const trusted = (1 << at) - 1;
  const enemies = enemiesOf(clusters, apart);
  const left = regrouped(groups, (group) => settled(clusters, clientsIn(clusters, groups, group), trusted, enemies));
  const torn = tornIn(clusters, left, trusted, enemies);
  const kept = torn.size === 0 ? left : regrouped(left, (group) => membersOf(left, group).filter((c) => !torn.has(c)));
  for (let group = 0; group + 1 < kept.starts.length; group++) {
    const [first, ...others] = membersOf(kept, group);
    for (const other of others) if (first !== undefined) unite(clusters, first, other, at);
  }
}

type Enemies = ReadonlyMap<number, ReadonlySet<number>>;

function enemiesOf(clusters: Clusters, apart: Pairs): Enemies {
  const enemies = new Map<number, Set<number>>();
  const add = (one: number, other: number) => enemies.set(one, (enemies.get(one) ?? new Set()).add(other));
  for (const [a, b] of apart) {
    const [one, other] = [clientOf(clusters, a), clientOf(clusters, b)];
    add(one, other);
    add(other, one);
  }
  return enemies;
}

/** Clients of a group without those that contradict another of them. */
function settled({ bits }: Clusters, clients: number[], trusted: number, enemies: Enemies): number[] {
  if (clients.length < 2) return clients;
  const twice = bitsHadTwice(clients.map((client) => (bits[client] ?? 0) & trusted));
  if (twice === 0 && enemies.size === 0) return clients;
  const there = new Set(clients);
  return clients.filter((client) => {
    if (((bits[client] ?? 0) & twice) !== 0) return false;
    return ![...(enemies.get(client) ?? [])].some((enemy) => there.has(enemy));
  });
}

function bitsHadTwice(bits: readonly number[]): number {
  let [once, twice] = [0, 0];
  for (const each of bits) {
    twice |= once & each;
    once |= each;
  }
  return twice;
}

/** Clients that contradict another one along a chain of values. */
function tornIn({ bits, parents }: Clusters, groups: Groups, trusted: number, enemies: Enemies): ReadonlySet<number> {
  const torn = new Set<number>();
  if (trusted === 0 && enemies.size === 0) return torn;
  const chains = { parents: new Int32Array(parents.length).fill(-1) };
  const { rows: clients } = groups;
  for (const client of clients) chains.parents[client] = client;
  for (let group = 0; group + 1 < groups.starts.length; group++) {
    const first = clients[groups.starts[group] ?? 0] ?? 0;
    for (let i = (groups.starts[group] ?? 0) + 1; i < (groups.starts[group + 1] ?? 0); i++) {
      const [a, b] = [clientOf(chains, first), clientOf(chains, clients[i] ?? 0)];
      if (a !== b) chains.parents[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const [once, twice] = [new Uint8Array(parents.length), new Uint8Array(parents.length)];
  const seen = new Uint8Array(parents.length);
  for (const client of clients) {
    if (seen[client] === 1) continue;
    seen[client] = 1;
    const chain = clientOf(chains, client);
    const own = (bits[client] ?? 0) & trusted;
    twice[chain] = (twice[chain] ?? 0) | ((once[chain] ?? 0) & own);
    once[chain] = (once[chain] ?? 0) | own;
  }
  for (const client of clients) {
    const chain = clientOf(chains, client);
    if (((bits[client] ?? 0) & (twice[chain] ?? 0)) !== 0) torn.add(client);
  }
  for (const [client, others] of enemies) {
    if (seen[client] !== 1) continue;
    const chain = clientOf(chains, client);
    if ([...others].some((other) => seen[other] === 1 && clientOf(chains, other) === chain)) torn.add(client);
  }
  return torn;
}

const membersOf = ({ rows, starts }: Groups, group: number): number[] =>
  Array.from(rows.subarray(starts[group], starts[group + 1]));

/** Groups with other members. What only one still has joins nobody. */
function regrouped(groups: Groups, members: (group: number) => readonly number[]): Groups {
  const rows = new Int32Array(groups.rows.length);
  const starts = [0];
  let size = 0;
  for (let group = 0; group + 1 < groups.starts.length; group++) {
    const left = members(group);
    if (left.length < 2) continue;
    for (const each of left) rows[size++] = each;
    starts.push(size);
  }
  return { rows: rows.subarray(0, size), starts: Int32Array.from(starts) };
}
