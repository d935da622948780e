import type { Dataset, Field } from '#shared/intake/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';

/** Bins of numbers and dates at the reference: as even as its quantiles make them. */
const quantiles = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Values that have a bin of their own; all others share one. */
export const valuesApart = 20;

/** A value as a number to be cut into bins; null for what is told apart value by value. */
export function scaleSql({ type }: Field, value: Sql): Sql | null {
  switch (type) {
    case 'integer':
    case 'number':
    case 'decimal':
      return sql`CAST(${value} AS DOUBLE)`;
    case 'date':
    case 'timestamp':
      return sql`CAST(epoch(${value}) AS DOUBLE)`;
    default:
      return null;
  }
}

/** Where the bins of each scaled field end. Pure. */
export function cutsSql(dataset: Dataset, fields: readonly Field[]): Sql {
  const columns = fields.map((field, i) => {
    const scale = scaleSql(field, identifier('t', field.name)) ?? sql`NULL`;
    return sql`approx_quantile(${scale}, [${join(quantiles.map(String).map(raw), ', ')}]) FILTER (WHERE isfinite(${scale}))::VARCHAR AS ${raw(`c${i}`)}`;
  });
  return sql`SELECT ${join(columns, ', ')} FROM ${tableOf(dataset)} t`;
}

/** The ends out of what `cutsSql` returned, each once. */
export function cutsOf(text: unknown): number[] {
  if (typeof text !== 'string') return [];
  const numbers = text.replace(/[[\]]/g, '').split(',').map(Number);
  return [...new Set(numbers.filter((each) => Number.isFinite(each)))].sort((a, b) => a - b);
}

/** Rows in each bin, from below: up to each end, above the last, and without a value. Pure. */
export function binsSql(dataset: Dataset, field: Field, cuts: readonly number[]): Sql {
  const scale = scaleSql(field, identifier('t', field.name)) ?? sql`NULL`;
  const ends = cuts.map((cut) => sql`${scale} <= ${raw(`${cut}::DOUBLE`)}`);
  const within = ends.map((end, i) => (i === 0 ? end : sql`${end} AND NOT (${ends[i - 1] ?? sql`false`})`));
  const last = ends.at(-1);
  const above = last ? sql`${scale} IS NOT NULL AND NOT (${last})` : sql`${scale} IS NOT NULL`;
  const bins = [...within, above, sql`${scale} IS NULL`];
  const columns = bins.map((bin, i) => sql`count(*) FILTER (WHERE ${bin}) AS ${raw(`b${i}`)}`);
  return sql`SELECT ${join(columns, ', ')} FROM ${tableOf(dataset)} t`;
}

/** The most frequent values of a field as text, ties by value, with their rows; empty ones apart. Pure. */
export function topSql(dataset: Dataset, field: Field): Sql {
  return sql`SELECT CAST(${identifier('t', field.name)} AS VARCHAR) AS v, count(*) AS n FROM ${tableOf(dataset)} t
    WHERE ${identifier('t', field.name)} IS NOT NULL GROUP BY 1 ORDER BY n DESC, v LIMIT ${raw(String(valuesApart))}`;
}

/** Rows of each of these values, and of none (null). Pure. */
export function thoseSql(dataset: Dataset, field: Field, values: readonly string[]): Sql {
  const value = sql`CAST(${identifier('t', field.name)} AS VARCHAR)`;
  const among =
    values.length === 0
      ? sql`false`
      : sql`${value} IN (${join(
          values.map((each) => sql`${each}`),
          ', ',
        )})`;
  return sql`SELECT ${value} AS v, count(*) AS n FROM ${tableOf(dataset)} t WHERE ${value} IS NULL OR ${among} GROUP BY 1`;
}
