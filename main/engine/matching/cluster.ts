import type { Groups } from './members.ts';

/** Rows on their way to clients. Each is at first a client of its own; a client is known by its smallest row. */
export interface Clusters {
  readonly parents: Int32Array;
  /** By client: the keys that it has. */
  readonly bits: Uint8Array;
  /** By row: the place of the key that joined it to another first, `byHand`, or `alone`. */
  readonly joined: Int8Array;
}

export const byHand = -1;
export const alone = -2;

export function createClusters(bits: Uint8Array): Clusters {
  const parents = new Int32Array(bits.length);
  for (let row = 0; row < parents.length; row++) parents[row] = row;
  return { parents, bits, joined: new Int8Array(bits.length).fill(alone) };
}

/** The client that a row is of. */
export function clientOf({ parents }: Pick<Clusters, 'parents'>, row: number): number {
  let top = row;
  for (;;) {
    const parent = parents[top] ?? top;
    if (parent === top) return top;
    const next = parents[parent] ?? parent;
    parents[top] = next;
    top = next;
  }
}

/** Makes two clients one. Rows that were alone until now were joined by this key. */
export function unite(clusters: Clusters, one: number, other: number, by: number): void {
  const [a, b] = [clientOf(clusters, one), clientOf(clusters, other)];
  for (const client of [a, b]) if (clusters.joined[client] === alone) clusters.joined[client] = by;
  if (a === b) return;
  const [low, high] = a < b ? [a, b] : [b, a];
  clusters.parents[high] = low;
  clusters.bits[low] = (clusters.bits[low] ?? 0) | (clusters.bits[high] ?? 0);
}

/** Clients of one group, each once, the smallest first. */
export function clientsIn(clusters: Clusters, { rows, starts }: Groups, group: number): number[] {
  const [from, to] = [starts[group] ?? 0, starts[group + 1] ?? 0];
  if (to - from === 2) {
    // Nearly all of them: they are what takes the time.
    const [a, b] = [clientOf(clusters, rows[from] ?? 0), clientOf(clusters, rows[from + 1] ?? 0)];
    if (a === b) return [a];
    return a < b ? [a, b] : [b, a];
  }
  const found = new Set<number>();
  for (let i = from; i < to; i++) found.add(clientOf(clusters, rows[i] ?? 0));
  return [...found].sort((a, b) => a - b);
}
