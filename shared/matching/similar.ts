/**
 * How alike two names are, 0 to 1: Jaro's measure with Winkler's bonus of 0.1 for each of the first four characters that agree
 * (W. E. Winkler, 1990), by whole characters.
 */
export function jaroWinkler(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const matched = a.filter((char, i) => {
    const at = b.findIndex((each, k) => each === char && !taken.has(k) && Math.abs(i - k) <= reach);
    if (at < 0) return false;
    taken.add(at);
    return true;
  });
  if (matched.length === 0) return 0;
  const there = b.filter((_, k) => taken.has(k));
  const swapped = matched.filter((char, i) => char !== there[i]).length / 2;
  const share = matched.length;
  const jaro = (share / a.length + share / b.length + (share - swapped) / share) / 3;
  const differs = a.slice(0, 4).findIndex((char, i) => char !== b[i]);
  const prefix = differs < 0 ? Math.min(4, a.length) : differs;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Characters to change, add or leave out until two names are one (Levenshtein, 1965). */
export function editDistance(one: string, other: string): number {
  const b = [...other];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, char] of [...one].entries()) {
    const next = [i + 1];
    for (const [k, each] of b.entries()) {
      const changed = (row[k] ?? 0) + (char === each ? 0 : 1);
      next.push(Math.min(changed, (row[k + 1] ?? 0) + 1, (next[k] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
