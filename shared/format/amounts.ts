import type { Locale } from '../errors/index.ts';
import { formatDecimal } from './numbers.ts';

/** A sum as its column has it: text where it is exact, a number where it is not. */
type Amount = string | number;

/** Writes an amount in the unit that all amounts beside it have. */
export type Money = (amount: Amount) => string;

const inYuan = { 元: 1, 万元: 1e4, 亿元: 1e8 } as const;
type Yuan = keyof typeof inYuan;

/** The unit of money that a field names in brackets: 投放成本（元）. */
export function yuanOf(field: string): Yuan | null {
  const unit = /[（(]\s*(元|万元|亿元)\s*[)）]/.exec(field)?.[1];
  return unit === '元' || unit === '万元' || unit === '亿元' ? unit : null;
}

/** What the unit of a field is called; English writes none in Chinese. */
export const yuanName = (unit: Yuan, locale: Locale): string => (locale === 'zh' ? unit : inEnglish[unit]);
const inEnglish: Readonly<Record<Yuan, string>> = { 元: 'CNY', 万元: 'CNY 10k', 亿元: 'CNY 100m' };

interface MoneyFields {
  readonly cost: string;
  readonly return: string;
}

/** Which units a cost and a return name: none, one of the two only, the same, or two that differ. */
export function moneyUnits(
  fields: MoneyFields,
):
  | { readonly kind: 'none' | 'same' }
  | { readonly kind: 'one'; readonly field: string; readonly unit: Yuan }
  | { readonly kind: 'differ'; readonly cost: Yuan; readonly return: Yuan } {
  const [cost, back] = [yuanOf(fields.cost), yuanOf(fields.return)];
  if (cost && back) return cost === back ? { kind: 'same' } : { kind: 'differ', cost, return: back };
  if (cost) return { kind: 'one', field: fields.cost, unit: cost };
  return back ? { kind: 'one', field: fields.return, unit: back } : { kind: 'none' };
}

/** Whether a return can be held against its cost: not where only one of them names its unit. */
export const isComparable = (fields: MoneyFields): boolean => moneyUnits(fields).kind !== 'one';

/** What cost and return are multiplied by to be in one unit: whole numbers, 1 unless both name a unit and they differ. */
export function moneyFactors(fields: MoneyFields): { readonly cost: number; readonly return: number } {
  const units = moneyUnits(fields);
  if (units.kind !== 'differ') return { cost: 1, return: 1 };
  const lesser = Math.min(inYuan[units.cost], inYuan[units.return]);
  return { cost: inYuan[units.cost] / lesser, return: inYuan[units.return] / lesser };
}

const steps = {
  zh: [
    { at: 1e8, yuan: '亿元', bare: '亿', decimals: 2 },
    { at: 1e4, yuan: '万元', bare: '万', decimals: 1 },
    { at: 1, yuan: '元', bare: '', decimals: 0 },
  ],
  en: [
    { at: 1e6, yuan: 'CNY m', bare: 'm', decimals: 2 },
    { at: 1e3, yuan: 'CNY k', bare: 'k', decimals: 1 },
    { at: 1, yuan: 'CNY', bare: '', decimals: 0 },
  ],
} as const;

/** An amount keeps so many digits that say something, as long as that costs the others no more than two decimals. */
const significant = 3;
const moreDecimals = 2;

/**
 * What costs and returns are written in, one unit for all: the largest in which the greatest of them is at least 1; with as
 * many decimals for all as the least of them needs. Where only one field names its unit, both are written as they stand.
 */
export function moneyOf(
  fields: MoneyFields,
  amounts: readonly { cost: Amount; return: Amount }[],
  locale: Locale,
): { unit: string; cost: Money; back: Money } {
  if (!isComparable(fields)) {
    const money: Money = (amount) => shorten(Number(amount), 2);
    return { unit: '', cost: money, back: money };
  }
  const [ofCost, ofReturn] = [yuanFactorOf(fields.cost), yuanFactorOf(fields.return)];
  const inUnits = amounts.flatMap((each) => [
    Math.abs(Number(each.cost) * ofCost),
    Math.abs(Number(each.return) * ofReturn),
  ]);
  const greatest = Math.max(0, ...inUnits);
  const step = steps[locale].find(({ at }) => greatest >= at) ?? steps[locale][2];
  const decimals = decimalsFor(
    inUnits.map((amount) => amount / step.at),
    step,
  );
  const yuan = moneyUnits(fields).kind !== 'none';
  const money =
    (factor: number): Money =>
    (amount) =>
      shorten(Number(amount) * (factor / step.at), decimals);
  return { unit: yuan ? step.yuan : step.bare, cost: money(ofCost), back: money(ofReturn) };
}

/** Of whole 元 no parts are written. */
function decimalsFor(values: readonly number[], { at, decimals }: { at: number; decimals: number }): number {
  if (at === 1) return decimals;
  const needed = values.filter((value) => value > 0).map((value) => significant - 1 - Math.floor(Math.log10(value)));
  return Math.max(decimals, ...needed.filter((count) => count <= decimals + moreDecimals));
}

/** How many 元 one of a field is; 1 where the field names no unit. */
function yuanFactorOf(field: string): number {
  const yuan = yuanOf(field);
  return yuan === null ? 1 : inYuan[yuan];
}

function shorten(value: number, decimals: number): string {
  if (value === 0) return '0';
  if (
    value !== 0 &&
    Math.abs(value) < 10 ** (significant - 1 - decimals) &&
    Number(value.toFixed(decimals)) !== value
  ) {
    return value.toLocaleString('en-GB', { maximumSignificantDigits: significant }).replace('-', '−');
  }
  return formatDecimal(value, decimals);
}

/** An amount in full, digit by digit where it is exact. */
export function inFull(amount: Amount): string {
  if (typeof amount === 'number') return amount.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  const [whole = '', part] = amount.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined || /^0*$/.test(part) ? grouped : `${grouped}.${part}`;
}
