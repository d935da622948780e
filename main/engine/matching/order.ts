import { editDistance, jaroWinkler } from '#shared/matching/index.ts';
import { sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Matched } from './compute.ts';

interface OrderedPair {
  /** Its number in the order of trust. */
  readonly n: number;
  readonly decided: boolean;
  readonly names: { similarity: number; edits: number } | null;
}

type Sort = 'trust' | 'names';

/** By the working tables: the pages of one review ask for the same order again and again. */
const kept = new WeakMap<object, Promise<Readonly<Record<Sort, readonly OrderedPair[]>>>>();

/** All doubtful pairs: by trust as they were numbered, or by names, the most alike first and those without two names last. */
export async function orderedPairs(
  workspace: Workspace,
  { scratch }: Matched,
  sort: Sort,
): Promise<readonly OrderedPair[]> {
  const known = kept.get(scratch) ?? orders(workspace, scratch);
  kept.set(scratch, known);
  known.catch(() => kept.delete(scratch));
  return (await known)[sort];
}

async function orders({ warehouse }: Workspace, scratch: Matched['scratch']): Promise<Record<Sort, OrderedPair[]>> {
  const trust: OrderedPair[] = [];
  await warehouse.stream(
    sql`SELECT p.n, p.decided, a.name, b.name FROM ${scratch.pairs} p JOIN ${scratch.keys} a ON a.rid = p.ra
      JOIN ${scratch.keys} b ON b.rid = p.rb ORDER BY p.n`,
    async (rows) => {
      for (const [n, decided, one, other] of rows)
        trust.push({ n: Number(n), decided: decided === true, names: namesOf(one, other) });
    },
  );
  const alike = ({ names }: OrderedPair) => names?.similarity ?? -1;
  return { trust, names: trust.toSorted((a, b) => alike(b) - alike(a) || a.n - b.n) };
}

function namesOf(one: unknown, other: unknown): OrderedPair['names'] {
  if (typeof one !== 'string' || typeof other !== 'string') return null;
  return { similarity: jaroWinkler(one, other), edits: editDistance(one, other) };
}
