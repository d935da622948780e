import { join, raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { Scratch } from './scratch.ts';

/**
 * Joins clients that share a value of one key, the `at`-th in the order of trust. Of those that share a value, such stay apart as
 * contradict one another: both have a more trusted key (had they agreed on it, they were one already), or the analyst has said
 * so. Should those that are left come to contradict along a chain of values, they stay apart, too.
 */
export async function joinBy(session: Session, at: number, scratch: Scratch): Promise<void> {
  await session.run(edgesTable(at, scratch));
  await dropContradictions(session, at, scratch, sql`v`, sql``);
  await keepShared(session, scratch);
  await label(session, scratch);
  const dropped = await dropContradictions(session, at, scratch, sql`l`, sql`JOIN ${scratch.labels} USING (c)`);
  if (dropped) {
    await keepShared(session, scratch);
    await label(session, scratch);
  }
  await session.run(
    sql`CREATE OR REPLACE TABLE ${scratch.state} AS SELECT s.* REPLACE (coalesce(b.l, s.c) AS c,
      CASE WHEN s.joined IS NULL AND b.l IS NOT NULL THEN ${raw(String(at))} ELSE s.joined END AS joined)
      FROM ${scratch.state} s LEFT JOIN ${scratch.labels} b ON b.c = s.c`,
  );
}

/** Which client has which value, with the more trusted keys that it has, where at least two have it. */
function edgesTable(at: number, { state, edges }: Scratch): Sql {
  const group = raw(`g${at}`);
  const lower = raw(String((1 << at) - 1));
  const has = sql`SELECT DISTINCT ${group} AS v, c FROM ${state} WHERE ${group} IS NOT NULL`;
  const masks = sql`SELECT c, bit_or(m & ${lower}) AS m FROM ${state} WHERE m & ${lower} <> 0 GROUP BY c`;
  const several = sql`SELECT v FROM has GROUP BY v HAVING count(*) > 1`;
  if (at === 0)
    return sql`CREATE OR REPLACE TABLE ${edges} AS WITH has AS (${has}) SELECT v, c, 0 AS m FROM has SEMI JOIN (${several}) USING (v)`;
  return sql`CREATE OR REPLACE TABLE ${edges} AS WITH has AS (${has}), shared AS (SELECT * FROM has SEMI JOIN (${several}) USING (v))
    SELECT v, shared.c, coalesce(masks.m, 0) AS m FROM shared LEFT JOIN (${masks}) masks ON masks.c = shared.c`;
}

/** Takes out clients that contradict another one of the same group; says whether there were any. */
async function dropContradictions(
  session: Session,
  at: number,
  { edges, state, apart }: Scratch,
  group: Sql,
  labels: Sql,
): Promise<boolean> {
  const members = sql`(SELECT DISTINCT ${group} AS g, c, m FROM ${edges} ${labels})`;
  const bits = Array.from({ length: at }, (_, bit) => raw(String(1 << bit)));
  const twice = bits.map((bit) => sql`CASE WHEN count(*) FILTER (m & ${bit} <> 0) > 1 THEN ${bit} ELSE 0 END`);
  const bad =
    twice.length === 0
      ? sql`SELECT 0 AS g, 0 AS bad WHERE false`
      : sql`SELECT g, ${join(
          twice.map((each, i) => (i === 0 ? each : sql`| ${each}`)),
          ' ',
        )} AS bad FROM ${members} GROUP BY g`;
  const said = sql`SELECT DISTINCT x.c AS ca, y.c AS cb FROM ${apart} p JOIN ${state} x ON x.rid = p.a JOIN ${state} y ON y.rid = p.b`;
  const wrong = sql`SELECT k.g, k.c FROM ${members} k JOIN (${bad}) b ON b.g = k.g WHERE k.m & b.bad <> 0
    UNION SELECT a.g, unnest([a.c, b.c]) FROM (${said}) s JOIN ${members} a ON a.c = s.ca JOIN ${members} b ON b.c = s.cb AND b.g = a.g`;
  const [counted] = await session.rows(sql`SELECT count(*) AS n FROM (${wrong})`);
  if (Number(counted?.n ?? 0) === 0) return false;
  const place = labels.text === '' ? sql`e.v = w.g AND e.c = w.c` : sql`e.c = w.c`;
  await session.run(
    sql`CREATE OR REPLACE TABLE ${edges} AS SELECT e.* FROM ${edges} e ANTI JOIN (${wrong}) w ON ${place}`,
  );
  return true;
}

/** A value that only one client still has joins nobody. */
async function keepShared(session: Session, { edges }: Scratch): Promise<void> {
  await session.run(
    sql`CREATE OR REPLACE TABLE ${edges} AS SELECT * FROM ${edges} SEMI JOIN (SELECT v FROM ${edges} GROUP BY v HAVING count(*) > 1) USING (v)`,
  );
}

/** The smallest client that each is connected with. Labels pass along values until none changes, and jump to the labels of labels. */
async function label(session: Session, { edges, labels, next }: Scratch): Promise<void> {
  await session.run(sql`CREATE OR REPLACE TABLE ${labels} AS SELECT DISTINCT c, c AS l FROM ${edges}`);
  for (;;) {
    const passed = sql`SELECT e.c, min(x.l) AS l FROM ${edges} e JOIN
      (SELECT e.v, min(b.l) AS l FROM ${edges} e JOIN ${labels} b ON b.c = e.c GROUP BY e.v) x ON x.v = e.v GROUP BY e.c`;
    await session.run(sql`CREATE OR REPLACE TABLE ${next} AS WITH passed AS MATERIALIZED (${passed})
      SELECT p.c, least(p.l, coalesce(q.l, p.l)) AS l FROM passed p LEFT JOIN passed q ON q.c = p.l`);
    const [changed] = await session.rows(
      sql`SELECT count(*) AS n FROM ${next} n JOIN ${labels} b ON b.c = n.c WHERE n.l <> b.l`,
    );
    await session.run(sql`CREATE OR REPLACE TABLE ${labels} AS SELECT * FROM ${next}`);
    if (Number(changed?.n ?? 0) === 0) return;
  }
}
