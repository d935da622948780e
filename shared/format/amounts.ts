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

/** What costs and returns are written in, one unit for all: the largest in which the greatest of them is at least 1. */
export function moneyOf(
  fields: { cost: string; return: string },
  amounts: readonly { cost: Amount; return: Amount }[],
  locale: Locale,
): { unit: string; cost: Money; back: Money } {
  const [ofCost, ofReturn] = [yuanFactorOf(fields.cost), yuanFactorOf(fields.return)];
  const greatest = amounts.reduce<number>(
    (most, each) => Math.max(most, Math.abs(Number(each.cost) * ofCost), Math.abs(Number(each.return) * ofReturn)),
    0,
  );
  const step = steps[locale].find(({ at }) => greatest >= at) ?? steps[locale][2];
  const yuan = yuanOf(fields.cost) !== null && yuanOf(fields.return) !== null;
  const money =
    (factor: number): Money =>
    (amount) =>
      shorten(Number(amount) * (factor / step.at), step.decimals);
  return { unit: yuan ? step.yuan : step.bare, cost: money(ofCost), back: money(ofReturn) };
}

/** How many 元 one of a field is; 1 where the field names no unit. */
export function yuanFactorOf(field: string): number {
  const yuan = yuanOf(field);
  return yuan === null ? 1 : inYuan[yuan];
}

function shorten(value: number, decimals: number): string {
  if (value !== 0 && Math.abs(value) < 10 ** -decimals / 2) {
    return value.toLocaleString('en-GB', { maximumSignificantDigits: 2 });
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
