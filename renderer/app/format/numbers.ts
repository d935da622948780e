import type { Locale } from '#shared/errors/index.ts';
import { formatCount, formatShare } from '#shared/format/index.ts';

// A screen writes counts and shares as a report does.
export { formatCount, formatShare };

const tags = { zh: 'zh-CN', en: 'en-GB' } as const;

/** A large number in short: 万 and 亿 in Chinese, thousands and millions in English. */
export function formatCompact(value: number, locale: Locale): string {
  if (Math.abs(value) < 10_000) return formatCount(value);
  return new Intl.NumberFormat(tags[locale], { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A file size. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[power]}`;
}
