import type { Dataset } from '#shared/intake/index.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, raw, type Sql, sql } from '../warehouse/index.ts';
import { type Aspect, blankSql } from './problems.ts';

/** Sketches of distinct values are off by up to a quarter: what may be a key by them is counted. */
const maybeKey = 0.7;
/** A field whose filled values are nearly all different is taken for a key, and each one that repeats for a fault. */
const keyShare = 0.95;
const fewestRows = 20;

/** Whether a field may turn out to be a key: what people share (a telephone, an address, a name) is none. */
export function maybeAKey({ field }: Aspect, filled: number): boolean {
  if (field.type !== 'text' && field.type !== 'integer') return false;
  if (!keyClasses.has(field.sensitivity)) return false;
  const named = field.sensitivity !== 'internal' || keyName.test(field.name);
  return named && filled >= fewestRows && field.approximateDistinct >= maybeKey * filled;
}

const keyClasses: ReadonlySet<Sensitivity> = new Set(['idNumber', 'creditCode', 'card', 'account', 'internal']);
const keyName =
  /编号|号码|单号|流水|代码|客户号|^号$|号$|(?:^|[^a-z])(?:id|no|key|code|number|nr|ref)(?:$|[^a-z])|[a-z](?:Id|ID|No|Key)$/i;

export const isKey = (distinct: number, filled: number): boolean => distinct >= keyShare * filled;

/** Distinct filled values of several fields, counted by a hash of 64 bits: texts are not kept for it. Pure. */
export function distinctSql(dataset: Dataset, aspects: readonly Aspect[]): Sql {
  const columns = aspects.map((aspect, i) => {
    const value = identifier('t', aspect.field.name);
    return sql`count(DISTINCT hash(${value})) FILTER (WHERE ${value} IS NOT NULL AND NOT ${blankSql(aspect, value)}) AS ${raw(`d${i}`)}`;
  });
  return sql`SELECT ${join(columns, ', ')} FROM ${tableOf(dataset)} t`;
}

const rowHash = (dataset: Dataset) =>
  sql`hash(${join(
    dataset.fields.map(({ name }) => identifier('t', name)),
    ', ',
  )})`;

/** Rows that are different from all before. Pure. */
export function distinctRowsSql(dataset: Dataset): Sql {
  return sql`SELECT count(DISTINCT ${rowHash(dataset)}) AS n FROM ${tableOf(dataset)} t`;
}

/** The row numbers (from 0) beyond the first of their value, or of the whole row where there is no `aspect`. Pure. */
export function duplicatesSql(dataset: Dataset, aspect: Aspect | null): Sql {
  const table = tableOf(dataset);
  const value = aspect && identifier('t', aspect.field.name);
  const hash = value ? sql`hash(${value})` : rowHash(dataset);
  const filled = aspect && value ? sql` WHERE ${value} IS NOT NULL AND NOT ${blankSql(aspect, value)}` : sql``;
  // Only rows whose hash comes twice are put in order.
  const repeated = sql`SELECT h FROM (SELECT ${hash} AS h FROM ${table} t${filled}) GROUP BY h HAVING count(*) > 1`;
  return sql`SELECT r FROM (SELECT r, row_number() OVER (PARTITION BY h ORDER BY r) AS nth FROM
    (SELECT t.rowid AS r, ${hash} AS h FROM ${table} t${filled}) WHERE h IN (${repeated})) WHERE nth > 1`;
}
