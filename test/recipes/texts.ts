import type { StepOf } from '#shared/recipes/index.ts';
import { asText, type Cell, type Type } from './table.ts';

export const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

export function replaced(text: string, step: StepOf<'replace'>): string | null {
  const fold = (each: string) => (step.ignoreCase ? each.toLowerCase() : each);
  if (step.match === 'whole') return fold(text) === fold(step.find) ? step.with || null : text;
  if (step.match === 'pattern')
    return (
      text.replace(new RegExp(step.find, step.ignoreCase ? 'gi' : 'g'), step.with.replace(/\\(\d)/g, '$$$1')) || null
    );
  let out = '';
  for (let at = 0; at < text.length; ) {
    const here = fold(text.slice(at, at + step.find.length)) === fold(step.find);
    out += here ? step.with : text[at];
    at += here ? step.find.length : 1;
  }
  return out || null;
}

export function dateOf(cell: Cell, type: Type, step: StepOf<'dates'>): string | null {
  if (cell === null) return null;
  const text =
    type === 'text'
      ? halfWidth(String(cell)).replace(/^[\s\p{Z}]+|[\s\p{Z}]+$/gu, '')
      : asText(cell, type).replace(/\.0+$/, '');
  const serial = /^[1-9]\d{4}$/.test(text) && step.serials !== 'none';
  if (serial)
    return new Date(
      Date.UTC(...((step.serials === '1900' ? [1899, 11, 30] : [1904, 0, 1]) as [number, number, number])) +
        Number(text) * 86_400_000,
    )
      .toISOString()
      .slice(0, 10);
  const marked = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})日?$/.exec(text);
  const year = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日?|(\d\d)(\d\d))$/.exec(text);
  const day = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  const worded = /^(\d{1,2})([-/ ])([A-Za-z]{3})\2(\d{4})$/.exec(text);
  const monthOf = (word = '') =>
    1 +
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(word.toLowerCase());
  const parts = marked
    ? [marked[1], marked[3], marked[4]]
    : year
      ? [year[1], year[2] ?? year[4], year[3] ?? year[5]]
      : day
        ? step.order === 'dmy'
          ? [day[4], day[3], day[1]]
          : [day[4], day[1], day[3]]
        : worded
          ? [worded[4], monthOf(worded[3]), worded[1]]
          : null;
  if (!parts) return null;
  const [y = 0, m = 0, d = 0] = parts.map(Number);
  const date = new Date(Date.UTC(y, m - 1, d));
  const real = y >= 1000 && y < 3000 && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return real ? date.toISOString().slice(0, 10) : null;
}

const powers: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 千: 3 };

export function amountOf(cell: string, step: StepOf<'amounts'>): number | null {
  let text = halfWidth(cell).replace(/[\s\p{Z}]/gu, '');
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed) text = bracketed[1] ?? '';
  const found = /^(-?)¥?(-?)([\d.,]+)([万亿千]?)元?(%?)$/.exec(text);
  if (!found) return null;
  const [, sign, second, digits = '', unit = '', percent] = found;
  if ([bracketed, sign, second].filter(Boolean).length > 1 || (unit !== '' && percent !== '')) return null;
  const [group, point] = step.decimalMark === '.' ? [',', '.'] : ['.', ','];
  const [whole = '', cents, ...more] = digits.split(point);
  if (more.length > 0 || cents?.includes(group) || (whole === '' && !cents)) return null;
  const groups = whole.split(group);
  const grouped =
    groups.length === 1 || (/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((part) => /^\d{3}$/.test(part)));
  if (!grouped) return null;
  const power = percent && step.percent === 'fraction' ? -2 : (powers[unit] ?? 0);
  const size = Number(`${groups.join('') || '0'}.${cents ?? ''}e${power}`);
  return bracketed || sign || second ? -size : size;
}
