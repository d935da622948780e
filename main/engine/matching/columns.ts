/** Names for columns beside those that are taken: one that is gets a number behind. */
export function columnsNotTaken(taken: readonly string[], wanted: readonly string[]): string[] {
  // DuckDB's names are the same whatever their case.
  const known = new Set(taken.map((name) => name.toLowerCase()));
  return wanted.map((name) => {
    let free = name;
    for (let number = 2; known.has(free.toLowerCase()); number++) free = `${name} ${number}`;
    known.add(free.toLowerCase());
    return free;
  });
}
