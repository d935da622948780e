import { join, raw, type Sql, sql } from '../warehouse/index.ts';
import { listOfRow } from './keys.ts';
import type { Scratch } from './scratch.ts';

/**
 * One row a client: c; id, which stays whatever the order of lists and rows; n, its rows; lists, a bit for each. Where rows are
 * alike and yet of several clients, the later ones get a number behind.
 */
export function clientsTable({ salt, keys, state, clients }: Scratch): Sql {
  return sql`CREATE TABLE ${clients} AS WITH one AS (SELECT s.c, min(k.h) AS h, count(*) AS n, bit_or(1 << ${listOfRow(sql`s.rid`)}) AS lists
      FROM ${state} s JOIN ${keys} k USING (rid) GROUP BY s.c),
    twins AS (SELECT h FROM one GROUP BY h HAVING count(*) > 1),
    numbered AS (SELECT c, row_number() OVER (PARTITION BY h ORDER BY c) AS place FROM one SEMI JOIN twins USING (h))
    SELECT one.*, 'K' || upper(left(md5(concat((SELECT clients FROM ${salt}), h)), 16)) || CASE WHEN place > 1 THEN '-' || place ELSE '' END AS id FROM one LEFT JOIN numbered USING (c)`;
}

/** What a definition came to, in one row; see `MatchSummary`. */
export function summarySql(lists: number, keys: number, { state, clients, pairs }: Scratch): Sql {
  const list = (of: number) => sql`${listOfRow(sql`s.rid`)} = ${raw(String(of))}`;
  const figures = [
    ...Array.from({ length: lists }, (_, i) => sql`count(*) FILTER (${list(i)}) AS ${raw(`rows${i}`)}`),
    ...Array.from(
      { length: lists },
      (_, i) => sql`count(*) FILTER (${list(i)} AND s.joined IS NOT NULL) AS ${raw(`joined${i}`)}`,
    ),
    ...Array.from({ length: keys }, (_, i) => sql`count(*) FILTER (s.joined = ${raw(String(i))}) AS ${raw(`key${i}`)}`),
    sql`count(*) FILTER (s.joined = -1) AS byhand`,
  ];
  return sql`SELECT (SELECT count(*) FROM ${clients}) AS clients, (SELECT count(*) FROM ${clients} WHERE bit_count(lists) > 1) AS across,
    (SELECT count(*) FROM ${pairs} WHERE NOT decided) AS open, (SELECT count(*) FROM ${pairs} WHERE decided) AS decided,
    ${join(figures, ', ')} FROM ${state} s`;
}
