import { toDecimals } from './rounding.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0, signDisplay: 'negative' });

/** A whole number in full, with thousands separators: 45,211. */
export const formatCount = (count: number): string => whole.format(count);

/** A share with one decimal: 11.7%. Ends that are not reached are not printed as if they were; no share is a dash. */
export function formatShare(share: number | null): string {
  if (share === null) return '—';
  const rounded = toDecimals(share * 100, 1);
  if (rounded === '0.0' && share > 0) return '<0.1%';
  if (rounded === '100.0' && share < 1) return '>99.9%';
  return `${rounded}%`;
}

/** Whether shares, as they are printed, add up to 100.0 %. */
export function addUp(shares: readonly number[]): boolean {
  const tenths = shares.map((share) => Math.round(Number(toDecimals(share * 100, 1)) * 10));
  return tenths.reduce((sum, tenth) => sum + tenth, 0) === 1000;
}

/** Both ends of an interval of a share: 11.4%–12.0%. */
export function formatInterval({ low, high }: { low: number; high: number }): string {
  return `${toDecimals(low * 100, 1)}%–${toDecimals(high * 100, 1)}%`;
}

/** A ratio with one decimal: 7.5. */
export function formatRatio(ratio: number): string {
  return ratio >= 1000 ? formatCount(ratio) : toDecimals(ratio, 1);
}

/** A number with a fixed count of decimals and thousands separators: 1,234.50. */
export function formatDecimal(value: number, decimals: number): string {
  const [whole = '', fraction] = toDecimals(Math.abs(value), decimals).split('.');
  const sign = value < 0 && Number(toDecimals(value, decimals)) !== 0 ? '−' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
}

/** A difference of shares in percentage points: 46.2. */
export const formatPoints = (difference: number): string => formatDecimal(difference * 100, 1);

/** A p-value with three decimals, never 0; where nothing was tested, a dash. */
export function formatP(p: number | null): string {
  if (p === null) return '—';
  return p < 0.001 ? '<0.001' : toDecimals(p, 3);
}

/** A p-value in a sentence, which no line may break: "p = 0.034", "p < 0.001". */
export const statedP = (p: number): string => `p\u00A0${formatP(p).replace(/^(<?)/, (sign) => `${sign || '='}\u00A0`)}`;

/** The size of a group in a sentence, which no line may break: "n = 1,878". */
export const statedN = (count: number): string => `n\u00A0=\u00A0${formatCount(count)}`;

/** A TGI as a whole number, one decimal below 10; where there is none, a dash. */
export function formatTgi(tgi: number | null): string {
  if (tgi === null) return '—';
  return tgi > 0 && tgi < 10 ? toDecimals(tgi, 1) : formatCount(tgi);
}
