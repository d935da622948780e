import type { Dataset, Field } from '#shared/intake/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, join, type Sql, sql } from '../warehouse/index.ts';

interface Common {
  readonly before: Field;
  readonly after: Field;
}

/**
 * How many keys came, went, stayed with other values and stayed the same. Keys and values are compared as text; several
 * rows of one key as a whole, in whatever order they are. Pure.
 */
export function keysSql(reference: Dataset, current: Dataset, key: Common, others: readonly Common[]): Sql {
  const before = sideSql(
    reference,
    key.before,
    others.map((each) => each.before),
  );
  const after = sideSql(
    current,
    key.after,
    others.map((each) => each.after),
  );
  return sql`SELECT count(*) FILTER (WHERE b.k IS NULL AND a.k IS NOT NULL) AS added,
    count(*) FILTER (WHERE a.k IS NULL AND b.k IS NOT NULL) AS removed,
    count(*) FILTER (WHERE a.k = b.k AND (a.n <> b.n OR a.digest <> b.digest)) AS changed,
    count(*) FILTER (WHERE a.k = b.k AND a.n = b.n AND a.digest = b.digest) AS same,
    (SELECT count(*) FROM ${tableOf(reference)} t WHERE ${isBlank(key.before)}) AS blank_before,
    (SELECT count(*) FROM ${tableOf(current)} t WHERE ${isBlank(key.after)}) AS blank_after
    FROM (${before}) b FULL JOIN (${after}) a ON a.k = b.k`;
}

const textOf = ({ name }: Field) => sql`CAST(${identifier('t', name)} AS VARCHAR)`;
const isBlank = (field: Field) => sql`coalesce(trim(${textOf(field)}), '') = ''`;

/** A sum and no exclusive or: of two rows that are alike that would be nothing. */
function sideSql(dataset: Dataset, key: Field, others: readonly Field[]): Sql {
  const digest = others.length === 0 ? sql`0` : sql`sum(CAST(hash(${join(others.map(textOf), ', ')}) AS HUGEINT))`;
  return sql`SELECT trim(${textOf(key)}) AS k, count(*) AS n, ${digest} AS digest FROM ${tableOf(dataset)} t WHERE NOT ${isBlank(key)} GROUP BY 1`;
}
