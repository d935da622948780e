import { AppError } from '#shared/errors/index.ts';
import type { Cluster, ClusterMethod, CountedValue } from '#shared/recipes/index.ts';
import type { QueryOptions } from '../../warehouse/index.ts';
import { Blocks } from './blocks.ts';
import { folded, keyMaker } from './keys.ts';
import { suggestedOf } from './suggest.ts';

/** For so long the engine may be deaf to everything else. */
const breathEvery = 20;

/**
 * The clusters of some values, of the most rows first, ties by suggested value. No value is in two. Of a distance, each
 * value of a cluster is near the most frequent one, so a chain of small differences does not join what is far apart.
 */
export async function clusterValues(
  values: readonly CountedValue[],
  method: ClusterMethod,
  options: QueryOptions = {},
): Promise<Cluster[]> {
  const breathe = breathing(values.length, options);
  const groups =
    method.kind === 'distance'
      ? await byDistance(values, method.edits, breathe)
      : await byKey(values, await keyMaker(method), breathe);
  return groups
    .filter((group) => group.length > 1)
    .map((group) => toCluster(group, method.kind !== 'distance'))
    .sort(byRows);
}

type Breathe = () => Promise<void> | undefined;

async function byKey(values: readonly CountedValue[], keyOf: (value: string) => string, breathe: Breathe) {
  const groups = new Map<string, CountedValue[]>();
  for (const counted of values) {
    await breathe();
    const key = keyOf(counted.value);
    // Of marks alone nothing is left to go by.
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(counted);
    else groups.set(key, [counted]);
  }
  return [...groups.values()];
}

async function byDistance(values: readonly CountedValue[], edits: number, breathe: Breathe) {
  const alike = new Map<string, CountedValue[]>();
  for (const counted of values.toSorted(mostFirst)) {
    const text = folded(counted.value);
    const same = alike.get(text);
    if (same) same.push(counted);
    else alike.set(text, [counted]);
  }
  const texts = [...alike.keys()];
  const members = [...alike.values()];
  const blocks = new Blocks(texts, edits);
  const taken = new Uint8Array(texts.length);
  const groups: CountedValue[][] = [];
  for (const at of texts.keys()) {
    await breathe();
    if (taken[at] === 1) continue;
    taken[at] = 1;
    const near = blocks.near(at, taken);
    for (const other of near) taken[other] = 1;
    groups.push([at, ...near].flatMap((each) => members[each] ?? []));
  }
  return groups;
}

function toCluster(group: readonly CountedValue[], isOneKey: boolean): Cluster {
  const values = group.toSorted(mostFirst);
  const rows = values.reduce((sum, each) => sum + each.rows, 0);
  return { suggested: suggestedOf(values, isOneKey), rows, values };
}

const mostFirst = (a: CountedValue, b: CountedValue): number => b.rows - a.rows || (a.value < b.value ? -1 : 1);
const byRows = (a: Cluster, b: Cluster): number => b.rows - a.rows || (a.suggested < b.suggested ? -1 : 1);

/** Lets the engine hear other calls now and then, and stops where this one was cancelled. */
function breathing(steps: number, { signal, onProgress }: QueryOptions): Breathe {
  let last = Date.now();
  let step = 0;
  return () => {
    step += 1;
    if (step % 16 !== 0 || Date.now() - last < breathEvery) return undefined;
    return new Promise((resolve, reject) =>
      setImmediate(() => {
        last = Date.now();
        onProgress?.(Math.min(1, step / steps));
        if (signal?.aborted) reject(new AppError('cancelled', 'cancelled'));
        else resolve();
      }),
    );
  };
}
