import type { Locale } from '../errors/index.ts';

/** 45,211 */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share with one decimal: 11.7%. Ends that are not reached are not printed as if they were. */
export function formatShare(share: number): string {
  const rounded = (share * 100).toFixed(1);
  if (rounded === '0.0' && share > 0) return '<0.1%';
  if (rounded === '100.0' && share < 1) return '>99.9%';
  return `${rounded}%`;
}

/** Whether shares, as they are printed, add up to 100.0 %. */
export function addUp(shares: readonly number[]): boolean {
  const tenths = shares.map((share) => Math.round(Number((share * 100).toFixed(1)) * 10));
  return tenths.reduce((sum, tenth) => sum + tenth, 0) === 1000;
}

/** Both ends of an interval of a share: 11.4%–12.0%. */
export function formatInterval({ low, high }: { low: number; high: number }): string {
  return `${(low * 100).toFixed(1)}%–${(high * 100).toFixed(1)}%`;
}

/** A ratio with one decimal: 7.5. */
export function formatRatio(ratio: number): string {
  return ratio >= 1000 ? formatCount(ratio) : ratio.toFixed(1);
}

/** A number with a fixed count of decimals and thousands separators: 1,234.50. */
export function formatDecimal(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '−' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

/** A difference of shares in percentage points: 46.2. */
export const formatPoints = (difference: number): string => formatDecimal(difference * 100, 1);

/** A p-value beside its sign: "= 0.034", "< 0.001". */
export const formatP = (p: number): string => (p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`);

/** An amount in short: 1,234.5 万 and 12.3 亿 in Chinese, 12.3 M in English. `amount` as a column's sum travels. */
export function formatAmount(amount: string | number, locale: Locale): string {
  const value = Number(amount);
  const size = Math.abs(value);
  if (locale === 'zh') {
    if (size >= 1e8) return `${formatDecimal(value / 1e8, 2)} 亿`;
    return size >= 1e4 ? `${formatDecimal(value / 1e4, 1)} 万` : formatDecimal(value, 0);
  }
  if (size >= 1e9) return `${formatDecimal(value / 1e9, 2)} bn`;
  return size >= 1e6 ? `${formatDecimal(value / 1e6, 2)} m` : formatDecimal(value, 0);
}

const spans = [
  { seconds: 86_400, zh: '天', en: 'd' },
  { seconds: 3600, zh: '小时', en: 'h' },
  { seconds: 60, zh: '分钟', en: 'min' },
  { seconds: 1, zh: '秒', en: 's' },
] as const;

/** A span of time in the largest unit that it fills: 1.5 天, 1.5 d. */
export function formatDuration(seconds: number, locale: Locale): string {
  const span = spans.find((each) => seconds >= each.seconds) ?? spans[3];
  return `${formatDecimal(seconds / span.seconds, 1)} ${span[locale]}`;
}
