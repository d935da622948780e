/** A number as it is written, held exactly: units / 10 ^ scale. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export const decimalPattern = /^-?\d{1,60}(?:\.\d{1,20})?$/;

function read(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

function write({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale > 0 && fraction !== '' ? `${whole}.${fraction}` : whole;
  return units < 0n && text !== '0' ? `-${text}` : text;
}

function alike(one: Decimal, other: Decimal): [bigint, bigint, number] {
  const scale = Math.max(one.scale, other.scale);
  const raise = (each: Decimal) => each.units * 10n ** BigInt(scale - each.scale);
  return [raise(one), raise(other), scale];
}

/** Of two numbers as text, exact to the last digit. */
export function plus(one: string, other: string): string {
  const [a, b, scale] = alike(read(one), read(other));
  return write({ units: a + b, scale });
}

/** one - other. */
export function minus(one: string, other: string): string {
  const [a, b, scale] = alike(read(one), read(other));
  return write({ units: a - b, scale });
}

/** Whether a number is no further from 0 than `most`. */
export function isWithin(difference: string, most: string): boolean {
  const [a, b] = alike(read(difference), read(most));
  return (a < 0n ? -a : a) <= b;
}

/**
 * A figure as people write it, as a plain decimal: 1,234.50, ￥1234.5, (300), 12.3万 has a unit and is none. `comma`: it is
 * written with a decimal comma. null where it is no number.
 */
export function figureOf(written: string, comma = false): string | null {
  const half = written.normalize('NFKC').replace(/[\s'’¥$€£元]/g, '');
  const plain = comma ? half.replaceAll('.', '').replace(',', '.') : half.replace(/,(?=\d{3}(?:\D|$))/g, '');
  const negative = /^\((.*)\)$/.exec(plain) ?? /^(.*\d)-$/.exec(plain);
  const text = negative ? `-${negative[1]}` : plain.replace(/^\+/, '');
  const whole = /^-?\./.test(text) ? text.replace('.', '0.') : text.replace(/\.$/, '');
  return decimalPattern.test(whole) ? write(read(whole)) : null;
}
