import type { MatchRole } from './definition.ts';

/** Full-width characters, and what they are written as: for `translate` in SQL and for TypeScript alike. */
const codes = Array.from({ length: 0xff5e - 0xff01 + 1 }, (_, i) => i);
export const wideCharacters = `${codes.map((i) => String.fromCharCode(0xff01 + i)).join('')}\u3000`;
export const narrowCharacters = `${codes.map((i) => String.fromCharCode(0x21 + i)).join('')} `;
export const smallLetters = 'abcdefghijklmnopqrstuvwxyz';
export const capitalLetters = smallLetters.toUpperCase();

/** Patterns that both RE2 and JavaScript read alike. */
export const patterns = {
  notCode: '[^0-9A-Z]',
  code: '^[0-9A-Z]{18}$',
  idNumber: '^[0-9]{17}[0-9X]$',
  notDigit: '[^0-9]',
  /** The country, before a mobile number. */
  country: '^(0086|86)(1[0-9]{10})$',
  phone: '^[0-9]{7,12}$',
  notWord: '[^\\p{L}\\p{N}]',
  /** What says only that it is a company, at the end of its name. */
  form: '(股份有限公司|有限责任公司|有限公司|公司|COLTD|LTD|LIMITED|INC|CORP|CORPORATION|LLC)$',
  group: '集团',
  province: '^.{2,8}?(省|自治区)',
  place: '(市|地区|自治州|盟)$',
  /** What stands between the parts of a client number. */
  numberMarks: '[ \t\r\n\u00a0\u3000_\u2010-\u2015-]',
  /** Spreadsheets lose zeros in front of digits, and write others behind them. */
  wholeNumber: '^0*([0-9]+)(?:[.]0+)?$',
  /**
   * What stands where there is no client number: words (无, N/A, #REF!), zeros, one digit six times and more, and what a spreadsheet
   * has cut short (1.23457E+15).
   */
  noNumber: `^([^0-9]*|0+|${[...'123456789'].map((digit) => `${digit}{6,}`).join('|')}|[0-9](?:[.][0-9]+E[+]?|E[+])[0-9]+)$`,
} as const;

/** One digit throughout, or zeros: what is typed where there is nothing. */
export const isFiller = (text: string): boolean => new Set(text).size <= 1;

/**
 * A value as it is compared; null where it says nothing. Written alike: half-width, capital letters. Credit code and ID number:
 * 18 digits and letters, whatever stands between. Phone: digits without 86. Name: letters and digits without what only
 * names the form of a company. City: without its province and 市. Client number: as it stands, without dashes and spaces and, of digits, without zeros in front.
 */
export function normalised(value: string | null, role: MatchRole): string | null {
  const text = wideToNarrow(value ?? '');
  switch (role) {
    case 'creditCode':
    case 'idNumber': {
      const code = text.replace(new RegExp(patterns.notCode, 'g'), '');
      return new RegExp(role === 'idNumber' ? patterns.idNumber : patterns.code).test(code) && !isFiller(code)
        ? code
        : null;
    }
    case 'phone': {
      const digits = text.replace(new RegExp(patterns.notDigit, 'g'), '').replace(new RegExp(patterns.country), '$2');
      return new RegExp(patterns.phone).test(digits) && !isFiller(digits) ? digits : null;
    }
    case 'name': {
      const word = text.replace(new RegExp(patterns.notWord, 'gu'), '');
      const bare = word.replace(new RegExp(patterns.form), '').replaceAll(patterns.group, '');
      return orNull(bare === '' ? word : bare);
    }
    case 'city': {
      const word = text.replace(new RegExp(patterns.notWord, 'gu'), '');
      const bare = word.replace(new RegExp(patterns.province), '').replace(new RegExp(patterns.place), '');
      return orNull(bare === '' ? word : bare);
    }
    case 'clientNumber': {
      const number = text
        .replace(new RegExp(patterns.numberMarks, 'g'), '')
        .replace(new RegExp(patterns.wholeNumber), '$1');
      return new RegExp(patterns.noNumber).test(number) ? null : number;
    }
    case 'other':
      return orNull(text.trim());
  }
}

const orNull = (text: string) => (text === '' ? null : text);

function wideToNarrow(text: string): string {
  return [...text]
    .map((char) => {
      const wide = wideCharacters.indexOf(char);
      const narrow = wide < 0 ? char : (narrowCharacters[wide] ?? char);
      const small = smallLetters.indexOf(narrow);
      return small < 0 ? narrow : (capitalLetters[small] ?? narrow);
    })
    .join('');
}
