/**
 * As toFixed, but a half goes away from zero, as in Excel and on paper: 0.2065 is 20.7 % though the nearest double lies a
 * little below. A value is taken for what its first 15 digits say, which is all that Excel holds of it.
 */
export function toDecimals(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value.toFixed(decimals);
  const [digits, exponent = '0'] = Math.abs(value).toPrecision(15).split('e');
  const units = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  const rounded = (units / 10 ** decimals).toFixed(decimals);
  return value < 0 && units > 0 ? `-${rounded}` : rounded;
}
