const mostKnown = 1000;
const known = new Map<string, number>();

/**
 * The pace of the disk that a file lies on, as it was when it was first read in this session: the next time the computer gives
 * what it has kept of it, which says nothing of the disk.
 */
export function knownPace(path: string, measured: number | null): number | null {
  const before = known.get(path) ?? null;
  const slower = before === null || (measured !== null && measured < before) ? measured : before;
  if (slower === null) return null;
  known.delete(path);
  known.set(path, slower);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return slower;
}
