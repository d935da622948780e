import type { Dimension, PortraitResult, Summary } from '#shared/portraits/index.ts';

/** A number of a distribution in at most four digits that count; days as they are. */
export function formatMoment(value: Summary['median']): string {
  if (typeof value === 'string') return value;
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-GB');
  return Number(value.toPrecision(4)).toLocaleString('en-GB', { maximumFractionDigits: 12 });
}

/** A field's name, with its table where another dimension has the same. */
export function dimensionTitle({ field }: Dimension, { dimensions }: PortraitResult): string {
  const twin = dimensions.some((other) => other.field.field === field.field && other.field.table !== field.table);
  return twin ? `${field.table} · ${field.field}` : field.field;
}
