/** Two rows of the table of distances, for texts of up to this length without any being made anew. */
let rows = [new Int32Array(256), new Int32Array(256)] as const;

/**
 * Whether at most `most` edits of one character (insert, delete, replace) make `b` of `a`: Levenshtein's distance, of
 * which only the diagonal band that can lead there is worked out. A character is a UTF-16 unit.
 */
export function isWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  if (b.length >= rows[0].length) rows = [new Int32Array(b.length * 2), new Int32Array(b.length * 2)];
  let [before, row] = rows;
  for (let j = 0; j <= Math.min(b.length, most); j++) before[j] = j;
  before[most + 1] = most + 1;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    const unit = a.charCodeAt(i - 1);
    // Left of the band stands the first column, or a cell that is out of reach.
    let left = i <= most ? i : most + 1;
    let least = left;
    row[from - 1] = left;
    for (let j = from; j <= to; j++) {
      const replaced = (before[j - 1] ?? 0) + (unit === b.charCodeAt(j - 1) ? 0 : 1);
      const removed = (before[j] ?? 0) + 1;
      left = Math.min(replaced, removed, left + 1);
      row[j] = left;
      if (left < least) least = left;
    }
    // The next row looks one cell further to the right.
    row[to + 1] = most + 1;
    if (least > most) return false;
    [before, row] = [row, before];
  }
  return (before[b.length] ?? 0) <= most;
}

/** Edits between two texts that may still be one: one in three characters of the longer, so that 男 never becomes 女. */
export const editsAllowed = (a: string, b: string, most: number): number =>
  Math.min(most, Math.floor(Math.max(a.length, b.length) / 3));
