/**
 * What a column of texts holds, by the sample: categories recur, identifiers hardly do and are short, prose is long.
 * `mixed` where the sample is too small or lies between.
 */
export type TextKind = 'category' | 'identifier' | 'prose' | 'mixed';

const enoughValues = 200;
const categoriesAtMost = 0.1;
const distinctAtLeast = 0.9;
/** As long as a UUID or a SHA-1 in hex. */
const longestIdentifier = 40;

/** Of the values of one column in the sample, and each of them once; blanks say nothing. */
export function textKindOf(values: readonly string[], distinct: readonly string[]): TextKind {
  const filled = values.reduce((count, value) => (value === '' ? count : count + 1), 0);
  if (filled < enoughValues) return 'mixed';
  const share = (distinct.includes('') ? distinct.length - 1 : distinct.length) / filled;
  if (share <= categoriesAtMost) return 'category';
  if (share < distinctAtLeast) return 'mixed';
  return distinct.every(({ length }) => length <= longestIdentifier) ? 'identifier' : 'prose';
}
