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

/** Which steps of a funnel have to be hidden: those that few reach, and those that all but a few of the step before reach. */
export function hiddenSteps(entries: readonly number[]): boolean[] {
  return entries.map((now, step) => isSmall(now) || isSmall((entries[step - 1] ?? now) - now));
}

/** The same for groups that make up a funnel, by group and step: none may be told by subtracting the others either. */
export function hiddenGroupSteps(groups: readonly (readonly number[])[]): boolean[][] {
  const byStep = (groups[0] ?? []).map((_, step) => hiddenCounts(groups.map((entries) => entries[step] ?? 0)));
  return groups.map((entries, group) =>
    hiddenSteps(entries).map((hidden, step) => hidden || byStep[step]?.[group] === true),
  );
}
