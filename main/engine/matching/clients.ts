import { type Sql, sql } from '../warehouse/index.ts';
import type { MatchInputs } from './inputs.ts';
import { hashSql, listOfRow } from './keys.ts';
import type { Scratch } from './scratch.ts';

/**
 * One row a client: c; id, which stays whatever the order of lists and rows; n, its rows; lists, a bit for each. Where rows are
 * alike and yet of several clients, the later ones get a number behind. Only clients of several rows are grouped.
 */
export function clientsTable(inputs: MatchInputs, scratch: Scratch): Sql {
  const { salt, keys, joined, clients } = scratch;
  const hashed = sql`SELECT j.c AS c, k.rid, ${hashSql(inputs, 'k', scratch)} AS h, 1 << ${listOfRow(sql`k.rid`)} AS list
    FROM ${keys} k LEFT JOIN ${joined} j ON j.rid = k.rid`;
  return sql`CREATE TABLE ${clients} AS WITH hashed AS MATERIALIZED (${hashed}),
    one AS (SELECT c, min(h) AS h, count(*) AS n, bit_or(list) AS lists FROM hashed WHERE c IS NOT NULL GROUP BY c
      UNION ALL SELECT rid, h, 1, list FROM hashed WHERE c IS NULL),
    twins AS (SELECT h FROM one GROUP BY h HAVING count(*) > 1),
    numbered AS (SELECT c, row_number() OVER (PARTITION BY h ORDER BY c) AS place FROM one SEMI JOIN twins USING (h))
    SELECT one.*, 'K' || upper(left(md5(concat((SELECT clients FROM ${salt}), h)), 16)) ||
      CASE WHEN place > 1 THEN '-' || place ELSE '' END AS id FROM one LEFT JOIN numbered USING (c)`;
}
