import type { Locale } from '../errors/index.ts';
import type { periodUnits, RoiPeriod } from './definition.ts';

type Unit = (typeof periodUnits)[number];

const signs: readonly (readonly [Unit, RegExp])[] = [
  ['day', /天|日|\bda(?:y|ys|ily)\b/],
  ['week', /周|星期|\bweek(?:s|ly)?\b|\bwk\b/],
  ['month', /月|\bmonth(?:s|ly)?\b/],
];

/** What a period lasts: as counted from a date, or as the name of its field tells; 'number' where it does not. */
export function periodKind(period: RoiPeriod): Unit | 'number' {
  if (period.kind === 'date') return period.unit;
  const words = period.field
    // A cycle and a date are not a week and a day.
    .replace(/周期|日期/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\d_]+/g, ' ')
    .toLowerCase();
  const told = signs.filter(([, sign]) => sign.test(words)).map(([unit]) => unit);
  return told.length === 1 && told[0] ? told[0] : 'number';
}

const units = {
  zh: { number: '期', day: '天', week: '周', month: '个月' },
  en: { number: 'periods', day: 'days', week: 'weeks', month: 'months' },
} as const;
const names = {
  zh: units.zh,
  en: { number: 'period', day: 'day', week: 'week', month: 'month' },
} as const;

/** What periods are counted in: 3 weeks. */
export const periodUnit = (period: RoiPeriod, locale: Locale): string => units[locale][periodKind(period)];

/** What one of them is called: week 3. */
export const periodName = (period: RoiPeriod, locale: Locale): string => names[locale][periodKind(period)];
