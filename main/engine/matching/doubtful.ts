import type { MatchDefinition } from '#shared/matching/index.ts';
import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Scratch } from './scratch.ts';

/** Rows with names that differ by one character only where fewer than so many do: else everyone is like someone. */
const mostAlike = 20;

/** Characters from which one that differs may be a slip. */
const shortestName = 5;

/**
 * Pairs of clients that may be one: n, their number in the order of review; ca and cb; ra and rb, a row of each that shows it;
 * level, the key's place; doubt; decided. Of many that share a value each is paired with the next, so that there are as many pairs
 * as decisions to make.
 */
export function pairsTable(definition: MatchDefinition, scratch: Scratch): Sql {
  const { keys, nearNames } = definition;
  const phone = keys.indexOf('phone');
  const shared = keys.map((_, at) => neighbours(raw(`g${at}`), at, 'contradiction', scratch));
  const many = phone < 0 ? [] : [neighbours(sql`gs`, phone, 'sharedPhone', scratch)];
  const near = nearNames && keys.includes('nameCity') ? [nearPairs(keys.indexOf('nameCity'), definition, scratch)] : [];
  const all = [...shared, ...many, ...near];
  const none = sql`SELECT 0 AS ca, 0 AS cb, 0 AS ra, 0 AS rb, 0 AS level, '' AS doubt WHERE false`;
  const said = sql`SELECT DISTINCT least(x.c, y.c) AS ca, greatest(x.c, y.c) AS cb
    FROM ${scratch.apart} p JOIN ${scratch.state} x ON x.rid = p.a JOIN ${scratch.state} y ON y.rid = p.b`;
  return sql`CREATE TABLE ${scratch.pairs} AS WITH found AS (${all.length === 0 ? none : join(all, ' UNION ALL ')}),
    one AS (SELECT ca, cb, unnest(arg_min({ra: ra, rb: rb, level: level, doubt: doubt}, {level: level, doubt: doubt, ra: ra, rb: rb})) FROM found GROUP BY ca, cb)
    SELECT row_number() OVER (ORDER BY level, doubt, one.ca, one.cb) AS n, one.*, said.ca IS NOT NULL AS decided
    FROM one LEFT JOIN (${said}) said ON said.ca = one.ca AND said.cb = one.cb`;
}

/** Clients that share a value and are not one, each with the next. */
function neighbours(group: Sql, at: number, doubt: string, { state }: Scratch): Sql {
  const members = sql`SELECT ${group} AS v, c, min(rid) AS r FROM ${state} WHERE ${group} IS NOT NULL GROUP BY 1, 2`;
  const after = sql`SELECT lag(c) OVER w AS ca, c AS cb, lag(r) OVER w AS ra, r AS rb FROM m SEMI JOIN several USING (v) WINDOW w AS (PARTITION BY v ORDER BY c)`;
  return sql`SELECT ca, cb, ra, rb, ${raw(String(at))} AS level, ${literal(doubt)} AS doubt FROM (
    WITH m AS (${members}), several AS (SELECT v FROM m GROUP BY v HAVING count(*) > 1) ${after}) WHERE ca IS NOT NULL`;
}

/**
 * Names of one city that become alike when one character is changed, added or left out: every name is put down with each of its
 * characters left out, so that pairs are found by equality. Clients that have a more trusted number each are no pair: they
 * would agree on it.
 */
function nearPairs(at: number, { keys }: MatchDefinition, { keys: table, state }: Scratch): Sql {
  const strong = keys.reduce(
    (bits, key, i) => (key === 'creditCode' || key === 'idNumber' ? bits | (1 << i) : bits),
    0,
  );
  const names = sql`SELECT s.c, k.city, k.name, min(s.rid) AS r, bit_or(s.m & ${raw(String(strong))}) AS m, length(k.name) AS size
    FROM ${table} k JOIN ${state} s USING (rid) WHERE k.nameCity IS NOT NULL AND length(k.name) >= ${raw(String(shortestName))} GROUP BY 1, 2, 3`;
  const cut = sql`SELECT *, unnest(range(0, size + 1)) AS i FROM names`;
  const variants = sql`SELECT c, r, m, size, i, hash(city, CASE WHEN i = 0 THEN name ELSE name[:i-1] || name[i+1:] END) AS hv FROM (${cut})`;
  const few = sql`SELECT hv FROM v GROUP BY hv HAVING count(*) BETWEEN 2 AND ${raw(String(mostAlike))}`;
  const changed = sql`x.i = y.i AND x.i > 0 AND x.size = y.size AND x.r < y.r`;
  const added = sql`x.i = 0 AND y.i > 0 AND y.size = x.size + 1`;
  return sql`SELECT least(ca, cb) AS ca, greatest(ca, cb) AS cb, CASE WHEN ca < cb THEN ra ELSE rb END AS ra, CASE WHEN ca < cb THEN rb ELSE ra END AS rb,
    ${raw(String(at))} AS level, 'nearName' AS doubt FROM (
    WITH names AS (${names}), v AS MATERIALIZED (${variants}), w AS MATERIALIZED (SELECT v.* FROM v SEMI JOIN (${few}) USING (hv))
    SELECT x.c AS ca, y.c AS cb, x.r AS ra, y.r AS rb FROM w x JOIN w y ON x.hv = y.hv AND x.c <> y.c AND (x.m & y.m) = 0 AND ((${changed}) OR (${added})))`;
}
