/** How often the values of a column recur, by the sample: `unknown` where it is too small or lies between. */
export type Variety = 'few' | 'many' | 'unknown';

const enoughValues = 200;
const fewAtMost = 0.1;
const manyAtLeast = 0.9;

/** Of the values of one column in the sample; blanks say nothing. */
export function varietyOf(values: readonly string[]): Variety {
  const filled = values.filter((value) => value !== '');
  if (filled.length < enoughValues) return 'unknown';
  const share = new Set(filled).size / filled.length;
  if (share <= fewAtMost) return 'few';
  return share >= manyAtLeast ? 'many' : 'unknown';
}
