/** Fewer clients than this are not shown in anything that leaves the desk. */
export const smallestGroup = 10;

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
