/** Fewer clients than this are not shown in anything that leaves the desk. */
const smallestGroup = 10;

/** A group of clients so small that its members could be told. */
export const isSmall = (clients: number): boolean => clients > 0 && clients < smallestGroup;

/**
 * Which counts of groups that add up to a known total have to be hidden: the small ones and, where that leaves a single
 * one that subtraction would give away, the smallest of the others too (complementary suppression).
 */
export function hiddenCounts(counts: readonly number[]): boolean[] {
  const hidden = counts.map(isSmall);
  if (hidden.filter(Boolean).length !== 1) return hidden;
  const others = counts.flatMap((count, at) => (count > 0 && !hidden[at] ? [{ count, at }] : []));
  const next = others.reduce<{ count: number; at: number } | null>(
    (least, each) => (least === null || each.count < least.count ? each : least),
    null,
  );
  return hidden.map((each, at) => each || at === next?.at);
}
