/** Numbers in [0, 1) from a seed, the same everywhere (mulberry32): for resampling, never for secrets. */
export function seededRandom(seed: number): () => number {
  // Kept within 32 signed bits: numbers above take room on the heap, and this runs a hundred thousand times.
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
