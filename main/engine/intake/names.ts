/** DuckDB's name for the number of a row, which a column of that name would hide: grids and clients count by it. */
const reserved = ['rowid'];

/**
 * Names for columns: blanks get one, and repeated ones a number. DuckDB's names differ in more than case, so `ID` and
 * `id` count as the same.
 */
export function columnNames(raw: readonly string[]): string[] {
  const taken = new Set(reserved);
  const own = new Set(raw.map((name) => keyOf(name.trim())));
  return raw.map((given, i) => {
    const base = given.trim() === '' ? `column_${i + 1}` : given.trim();
    let name = base;
    // A made-up name must not take the name that a later column brings with it.
    for (let n = 2; taken.has(keyOf(name)) || (name !== given.trim() && own.has(keyOf(name))); n++)
      name = `${base}_${n}`;
    taken.add(keyOf(name));
    return name;
  });
}

function keyOf(name: string): string {
  return name.toLowerCase();
}
