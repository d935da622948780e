/**
 * Numbers in [0, 1) from a seed, the same everywhere (mulberry32): for resampling, never for secrets. They come by the
 * array, because one number that is returned takes room on the heap, and a hundred thousand are asked for.
 */
export function seededRandom(seed: number): (into: Float64Array) => void {
  let kept = seed | 0;
  return (into) => {
    let state = kept;
    for (let i = 0; i < into.length; i++) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      into[i] = ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }
    kept = state;
  };
}
