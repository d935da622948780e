import type { Dimension, PortraitResult, Summary } from '#shared/portraits/index.ts';

/** A TGI as a whole number; one decimal below 10. */
export function formatTgi(tgi: number | null): string {
  if (tgi === null) return '—';
  return tgi > 0 && tgi < 10 ? tgi.toFixed(1) : Math.round(tgi).toLocaleString('en-GB');
}

/** A p value to three decimals; never 0. */
export function formatP(p: number | null): string {
  if (p === null) return '—';
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}

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
