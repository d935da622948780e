import type { Locale } from '../errors/index.ts';
import { formatDecimal } from './numbers.ts';

const units = [
  { from: 2 * 86_400, seconds: 86_400, zh: '天', en: 'd' },
  { from: 2 * 3600, seconds: 3600, zh: '小时', en: 'h' },
  { from: 2 * 60, seconds: 60, zh: '分钟', en: 'min' },
  { from: 0, seconds: 1, zh: '秒', en: 's' },
] as const;

/** A length of time in the largest unit of which it fills two: 90 minutes are not yet hours. */
export function formatDuration(seconds: number, locale: Locale): string {
  const unit = units.find(({ from }) => seconds >= from) ?? units[3];
  const value = seconds / unit.seconds;
  return `${formatDecimal(value, Number.isInteger(value) ? 0 : 1)} ${unit[locale]}`;
}
