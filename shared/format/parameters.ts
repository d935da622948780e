type Parameter = string | number | boolean | null;

/** A parameter of a statement as a reader knows it: a large power of two as such, not by its 21 digits. */
export function writtenParameter(value: Parameter): string {
  const exponent = exponentOf(value);
  return exponent === null ? JSON.stringify(value) : `2^${exponent}`;
}

/** Whether a parameter is one of the large powers of two that amounts are scaled by while they are summed. */
export const isScale = (value: Parameter): boolean => exponentOf(value) !== null;

/** Which power of two a number is, from 2^31 on; null: none. */
function exponentOf(value: Parameter): number | null {
  const exponent = typeof value === 'number' ? Math.log2(value) : 0;
  return exponent >= 31 && Number.isInteger(exponent) && 2 ** exponent === value ? exponent : null;
}
