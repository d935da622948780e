import { isEmailAddress } from './identifiers.ts';
import { saysNothing } from './nothing.ts';
import type { Sensitivity } from './sensitivity.ts';
import { compoundSurnames } from './surnames.ts';

/** A value as grids, reports and exports hold it. */
export type Cell = string | number | boolean | null;

/** On screen amounts stay readable; in an export a single person's amount does not. */
export type MaskPlace = 'screen' | 'export';

const fixed = '****';
const shortest = { idNumber: 8, creditCode: 12, phone: 11, card: 8, account: 8 } as const;

/**
 * The one masking function for every way out: grid, tooltip, clipboard, exports, reports and logs. What needs no mask
 * comes back as it is, type included; so does a word for nothing, where its class is not closed altogether. Values too short
 * to hide anything are starred whole.
 */
export function mask(value: Cell, sensitivity: Sensitivity, place: MaskPlace = 'screen'): Cell {
  if (value === null || value === '') return value;
  const text = String(value).trim();
  if (sensitivity === 'secret' || sensitivity === 'personal') return fixed;
  if (text === '' || saysNothing(text)) return value;
  switch (sensitivity) {
    case 'name':
      return maskName(text);
    case 'idNumber':
      return ends(text, 1, 1, shortest.idNumber);
    case 'creditCode':
      return text.length < shortest.creditCode ? stars(text) : `${text.slice(0, 8)}********${text.slice(-2)}`;
    case 'phone':
      return maskPhone(text);
    case 'card':
      return maskNumber(text.replace(/[- ]/g, ''), shortest.card);
    case 'account':
      return maskNumber(text, shortest.account);
    case 'address':
      return maskAddress(text);
    case 'email':
      return maskEmail(text);
    case 'birthDate':
      return /^\d{4}(?!\d{5})/.test(text) ? text.slice(0, 4) : stars(text);
    case 'amount':
      return place === 'export' ? fixed : value;
    case 'company':
    case 'internal':
      return value;
  }
}

function stars(text: string): string {
  return '*'.repeat([...text].length);
}

/** The first and last characters with a star for each one between. */
function ends(text: string, first: number, last: number, least: number): string {
  const characters = [...text];
  if (characters.length < least) return stars(text);
  const hidden = characters.length - first - last;
  return characters.slice(0, first).join('') + '*'.repeat(hidden) + characters.slice(-last).join('');
}

function maskNumber(text: string, least: number): string {
  return text.length < least ? stars(text) : `${fixed}${text.slice(-4)}`;
}

function maskName(text: string): string {
  const characters = [...text];
  const compound = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''));
  const shown = characters.length === 1 ? 0 : compound ? 2 : 1;
  return characters.slice(0, shown).join('') + '*'.repeat(characters.length - shown);
}

function maskPhone(text: string): string {
  const digits = text.replace(/^\+?86[- ]?(?=1\d{2})/, '').replace(/[- ]/g, '');
  return digits.length < shortest.phone ? stars(text) : `${digits.slice(0, 3)}${fixed}${digits.slice(-4)}`;
}

function maskEmail(text: string): string {
  const at = text.lastIndexOf('@');
  if (!isEmailAddress(text)) return stars(text);
  const [first = ''] = text;
  const domain = text.slice(at);
  // A number that stands where a domain should be says as much as the name before it.
  const shown = domain.replace(/\D/g, '').length < shortestNumber ? domain : domain.replace(/\d/g, '*');
  return `${at > 1 ? first : '*'}***${shown}`;
}

/** Digits by which somebody may be known. */
const shortestNumber = 7;

const province = '(?:[^\\d\\s省区市县]{2,8}(?:省|自治区|特别行政区))?';
const city = '(?:[^\\d\\s省区市县]{1,10}(?:市|自治州|地区|盟))?';
const district = '(?:[^\\d\\s省区市县路街道号巷弄村]{1,10}(?<![小社园校厂景院])(?:新区|区|县|旗|市))?';
const toDistrict = new RegExp(`^${province}${city}${district}`);

function maskAddress(text: string): string {
  const known = toDistrict.exec(text)?.[0] ?? '';
  return known === text ? stars(text) : known + fixed;
}
