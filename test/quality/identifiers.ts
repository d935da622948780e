import fc from 'fast-check';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const two = (value: number) => String(value).padStart(2, '0');

/** Made-up numbers with a right check digit, some of them for people born after 2026. */
export const idNumber = fc
  .tuple(
    fc.integer({ min: 1900, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(999),
  )
  .map(([year, month, day, serial]) => {
    const body = `110101${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
    const sum = idWeights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
    return `${body}${'10X98765432'[sum % 11]}`;
  });

export const creditCode = fc
  .tuple(fc.nat(999_999), fc.array(fc.nat(30), { minLength: 9, maxLength: 9 }))
  .map(([place, rest]) => {
    const body = `91${String(place).padStart(6, '0')}${rest.map((at) => alphabet[at]).join('')}`;
    const sum = creditWeights.reduce((total, weight, i) => total + weight * alphabet.indexOf(body[i] ?? ''), 0);
    return `${body}${alphabet[(31 - (sum % 31)) % 31]}`;
  });

export const card = fc
  .tuple(fc.integer({ min: 12, max: 18 }), fc.bigInt({ min: 0n, max: 10n ** 18n }))
  .map(([length, number]) => {
    const body = `62${number}9999999999999999`.slice(0, length);
    const sum = [...body].reverse().reduce((total, digit, i) => {
      const worth = Number(digit) * (i % 2 === 0 ? 2 : 1);
      return total + (worth > 9 ? worth - 9 : worth);
    }, 0);
    return `${body}${(10 - (sum % 10)) % 10}`;
  });

/** The value, or one that is slightly wrong. */
export const damaged = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(value, fc.nat(), fc.constantFrom('none', 'digit', 'short', 'padded', 'lower')).map(([text, at, how]) => {
    const place = at % text.length;
    switch (how) {
      case 'digit':
        return `${text.slice(0, place)}${(Number(text[place]) + 1 || 0) % 10}${text.slice(place + 1)}`;
      case 'short':
        return text.slice(0, -1);
      case 'padded':
        return ` ${text}`;
      case 'lower':
        return text.toLowerCase();
      default:
        return text;
    }
  });
