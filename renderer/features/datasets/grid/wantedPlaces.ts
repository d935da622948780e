/** Tables up to this width are fetched whole: scrolling sideways then never waits. */
const wholeWidth = 60;
/** Wider ones come in strips of this many columns. */
const strip = 40;

/** The places of the columns to fetch, given those in sight: all of a narrow table, whole strips of a wide one. */
export function wantedPlaces(width: number, visible: readonly number[]): number[] {
  if (width <= wholeWidth) return range(0, width);
  const strips = new Set((visible.length > 0 ? visible : [0]).map((place) => Math.floor(place / strip)));
  return [...strips].sort((a, b) => a - b).flatMap((at) => range(at * strip, Math.min(width, (at + 1) * strip)));
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
