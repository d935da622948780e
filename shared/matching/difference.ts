import { z } from 'zod';
import { editDistance } from './similar.ts';

/**
 * How two values differ. Of one length: in one character, in two neighbours that changed places, in some, in half or more. Of
 * different lengths: one is the other with characters added, or more than that.
 */
const kinds = ['one', 'swapped', 'some', 'most', 'added', 'length'] as const;

const count = z.number().int().nonnegative();

/** Says nothing of which characters differ, nor where: it may stand beside masked values. */
export const differenceSchema = z.strictObject({
  kind: z.enum(kinds),
  /** Characters that differ; of different lengths, those to change, add or leave out. */
  characters: count,
  /** Of how many, in the one and in the other. */
  lengths: z.tuple([count, count]),
});
export type Difference = z.infer<typeof differenceSchema>;

/** Longer values are compared as a whole only: their distance takes as long as the product of their lengths. */
const longest = 200;

/** How two values differ, by whole characters; null where they are equal, or too long to say. */
export function differenceOf(one: string, other: string): Difference | null {
  const [a, b] = [[...one], [...other]];
  if (one === other || a.length > longest || b.length > longest) return null;
  const lengths: Difference['lengths'] = [a.length, b.length];
  if (a.length !== b.length) {
    const characters = editDistance(one, other);
    return { kind: characters === Math.abs(a.length - b.length) ? 'added' : 'length', characters, lengths };
  }
  const places = a.flatMap((char, i) => (char === b[i] ? [] : [i]));
  return { kind: kindOf(a, b, places), characters: places.length, lengths };
}

function kindOf(a: readonly string[], b: readonly string[], places: readonly number[]): Difference['kind'] {
  const [first = 0, second = 0] = places;
  const swapped = places.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
  if (swapped) return 'swapped';
  // Of three characters one is less than half, of two it is as much as all.
  if (places.length * 2 >= a.length) return 'most';
  return places.length === 1 ? 'one' : 'some';
}
