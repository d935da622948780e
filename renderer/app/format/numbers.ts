import type { Locale } from '#shared/errors/index.ts';

const tags = { zh: 'zh-CN', en: 'en-GB' } as const;

/** A whole number in full, with thousands separators. */
export function formatCount(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}

/** A large number in short: 万 and 亿 in Chinese, thousands and millions in English. */
export function formatCompact(value: number, locale: Locale): string {
  if (Math.abs(value) < 10_000) return formatCount(value);
  return new Intl.NumberFormat(tags[locale], { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** A share with one decimal; what is there but rounds to nothing says so. */
export function formatShare(share: number | null): string {
  if (share === null) return '—';
  if (share > 0 && share < 0.0005) return '<0.1%';
  if (share < 1 && share >= 0.9995) return '>99.9%';
  return `${(share * 100).toFixed(1)}%`;
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A file size. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[power]}`;
}
