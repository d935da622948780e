/** The values of a fixed-width line, without the spaces that fill it up. */
export function columnsOf(line: string, starts: readonly number[]): string[] {
  const places = placesOf(line, starts);
  return places.map((from, i) => line.slice(from, places[i + 1] ?? line.length).trim());
}

/** Whether no value reaches from one column into the next. */
export function isAligned(line: string, starts: readonly number[]): boolean {
  const blank = (at: number) => /^[\s\u3000]?$/.test(line[at] ?? '');
  return placesOf(line, starts).every((at) => at === 0 || blank(at - 1) || blank(at));
}

/** Where in the line, in characters, each column begins: a Chinese character takes two places, as it did in GBK. */
function placesOf(line: string, starts: readonly number[]): number[] {
  if (isNarrow(line)) return starts.map((start) => Math.min(start, line.length));
  const places: number[] = [];
  let place = 0;
  for (let at = 0; at <= line.length && places.length < starts.length; at++) {
    if (place >= (starts[places.length] ?? 0)) places.push(at);
    place += widthOf(line.charCodeAt(at));
  }
  while (places.length < starts.length) places.push(line.length);
  return places;
}

const firstWide = 0x1100;

function isNarrow(line: string): boolean {
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) >= firstWide) return false;
  return true;
}

function widthOf(code: number): number {
  return code >= firstWide ? 2 : 1;
}

/** How many places a line takes. */
function placesIn(line: string): number {
  let places = 0;
  for (let at = 0; at < line.length; at++) places += widthOf(line.charCodeAt(at));
  return places;
}

const fewestLines = 3;
const evenShare = 0.9;

/**
 * Where the columns of a fixed-width text begin, by lines of it; null where it is none. A column ends where every line
 * has a space, and there are at least two.
 */
export function detectStarts(lines: readonly string[]): number[] | null {
  const filled = lines.filter((line) => line.trim() !== '');
  // The first line may be a title or a header that stands as it fits.
  const body = filled.length > fewestLines ? filled.slice(1) : filled;
  if (body.length < fewestLines || body.some((line) => line.includes('\t'))) return null;
  // Editors take the spaces at the end of lines away: what counts is where the last value begins.
  const longest = Math.max(...body.map(placesIn));
  const even = body.filter((line) => placesIn(line) === longest).length / body.length;
  const taken = new Uint8Array(longest);
  for (const line of body) mark(line, taken);
  const spans: { start: number; end: number }[] = [];
  for (let at = 0; at < longest; at++) {
    if (taken[at] && !taken[at - 1]) spans.push({ start: at, end: at + 1 });
    const span = spans.at(-1);
    if (taken[at] && span) span.end = at + 1;
  }
  if (spans.length < 2) return null;
  // Words of prose leave no such gaps; lines of one length, or gaps of several spaces, say that these are meant.
  const wideGaps = body.filter((line) => /\S {2,}\S/.test(line)).length / body.length;
  if (even < evenShare && wideGaps < evenShare) return null;
  const starts = spans.map(({ start, end }, i) => {
    // Numbers grow to the left: a longer one than those of the sample is in its column, too.
    const before = spans[i - 1];
    return before && growsLeft(body, start, end) ? before.end : start;
  });
  return [0, ...starts.slice(1)];
}

/** Whether the values of a column end at one place and begin at several. */
function growsLeft(lines: readonly string[], start: number, end: number): boolean {
  const blank = (line: string, at: number) => (line[at] ?? ' ') === ' ';
  const narrow = lines.filter(isNarrow);
  return narrow.every((line) => !blank(line, end - 1)) && narrow.some((line) => blank(line, start));
}

function mark(line: string, taken: Uint8Array): void {
  let place = 0;
  for (let at = 0; at < line.length; at++) {
    const width = widthOf(line.charCodeAt(at));
    // The ideographic space fills Chinese columns up.
    if (line[at] !== ' ' && line[at] !== '\u3000') taken.fill(1, place, place + width);
    place += width;
  }
}
