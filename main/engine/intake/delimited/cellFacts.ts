/** What the bytes of a column's values are made of, over the whole file. */
export interface ColumnFacts {
  /** A digit follows a zero at the beginning: 007. */
  leadingZero: boolean;
  /** A whole number of more than 15 digits. */
  longDigits: boolean;
  /** A number with a decimal point or an exponent. */
  fraction: boolean;
}

/** Kinds of bytes, as bits, so that those of a value add up. */
export const digit = 1;
export const point = 2;
export const sign = 4;
export const space = 8;
export const other = 16;

/** Any number from here on is not a kind but a byte with a meaning of its own: see scan.ts. */
export const special = 32;

/** A fresh table of the kinds of all bytes. */
export function byteKinds(): Uint8Array {
  const kinds = new Uint8Array(256).fill(other);
  for (let byte = 0x30; byte <= 0x39; byte++) kinds[byte] = digit;
  for (const char of '.eE') kinds[char.charCodeAt(0)] = point;
  for (const char of '+-') kinds[char.charCodeAt(0)] = sign;
  kinds[0x20] = space;
  return kinds;
}

export const exactDigits = 15;
export const leadingZero = 1;
export const longDigits = 2;
export const fraction = 4;

/** What one value says of its column. `mask` holds the kinds of its bytes; nothing is said by words. */
export function flagsOf(bytes: Uint8Array, start: number, end: number, mask: number): number {
  if ((mask & digit) === 0 || (mask & other) !== 0) return 0;
  const decimal = (mask & point) !== 0;
  let flags = decimal ? fraction : 0;
  let at = start;
  while (at < end && !isDigit(bytes[at])) {
    // .5 has no leading zero to lose.
    if (bytes[at] === 0x2e) return flags;
    at++;
  }
  if (bytes[at] === 0x30 && at + 1 < end && isDigit(bytes[at + 1])) flags |= leadingZero;
  if (!decimal && end - at > exactDigits) {
    let digits = 0;
    for (; at < end; at++) if (isDigit(bytes[at])) digits++;
    if (digits > exactDigits) flags |= longDigits;
  }
  return flags;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

export function factsOf(flags: number): ColumnFacts {
  return {
    leadingZero: (flags & leadingZero) !== 0,
    longDigits: (flags & longDigits) !== 0,
    fraction: (flags & fraction) !== 0,
  };
}
