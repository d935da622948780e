import type { Sensitivity } from './sensitivity.ts';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** An 18-digit ID number of mainland China: a real birth date and the check digit of GB 11643. */
export function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dXx]$/.test(text) || !isDay(text.slice(6, 14))) return false;
  return idChecks[weighted(text, idWeights, (character) => Number(character)) % 11] === text[17]?.toUpperCase();
}

/** A unified social credit code: 18 characters with the check character of GB 32100. */
export function isCreditCode(text: string): boolean {
  const code = text.toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const sum = weighted(code, creditWeights, (character) => creditCharacters.indexOf(character));
  return creditCharacters[(31 - (sum % 31)) % 31] === code[17];
}

/** A mobile number of mainland China, with or without +86, spaces or hyphens. */
export function isMobile(text: string): boolean {
  return /^(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}$/.test(text);
}

/** A payment card: 13 to 19 digits, spaced or not, that pass Luhn's check. A run of one digit is none. */
export function isCardNumber(text: string): boolean {
  if (!/^\d(?:[- ]?\d){12,18}$/.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  return !/^(\d)\1*$/.test(digits) && luhn(digits);
}

/** What a value is by its content alone, where its check digits or its plan tell. */
export function identifierKind(
  text: string,
): Extract<Sensitivity, 'idNumber' | 'creditCode' | 'phone' | 'card'> | null {
  const value = text.trim();
  if (isIdNumber(value)) return 'idNumber';
  if (isCreditCode(value)) return 'creditCode';
  if (isMobile(value)) return 'phone';
  return isCardNumber(value) ? 'card' : null;
}

function weighted(text: string, weights: readonly number[], worth: (character: string) => number): number {
  return weights.reduce((sum, weight, i) => sum + weight * worth(text[i] ?? ''), 0);
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

function isDay(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** An e-mail address, well enough to be masked as one. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>",;]+@[^\s@<>",;]+\.[a-z\u4e00-\u9fff]{2,}$/i.test(text);
}
