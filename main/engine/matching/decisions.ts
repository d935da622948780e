import { AppError } from '#shared/errors/index.ts';
import type { MatchDecision, RowIdentity } from '#shared/matching/index.ts';
import { join, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { Scratch } from './scratch.ts';

/** Values handed to DuckDB at a time. */
const batch = 2000;

/**
 * What the analyst has decided, applied before any key counts: rows that are the same are one client from the start, and
 * `apart` holds the pairs that must never be. Fails with `matchContradiction` where the decisions do not agree.
 */
export async function applyDecisions(
  session: Session,
  decisions: readonly MatchDecision[],
  scratch: Scratch,
): Promise<void> {
  await session.run(sql`CREATE TABLE ${scratch.apart} (a BIGINT, b BIGINT)`);
  if (decisions.length === 0) return;
  const rows = await rowsOf(session, decisions, scratch);
  const groups = createGroups();
  const both = (decision: MatchDecision) =>
    (rows.get(hashOf(decision.a)) ?? []).flatMap((a) =>
      (rows.get(hashOf(decision.b)) ?? []).map((b) => [a, b] as const),
    );
  const same = decisions.filter((each) => each.same).flatMap(both);
  for (const [a, b] of same) groups.join(a, b);
  const apart = decisions.filter((each) => !each.same).flatMap(both);
  if (apart.some(([a, b]) => groups.of(a) === groups.of(b))) throw new AppError('validation', 'matchContradiction');
  await insert(session, scratch.apart, apart);
  const joined = [...new Set(same.flat())].map((row) => [row, groups.of(row)] as const);
  if (joined.length === 0) return;
  await session.run(sql`CREATE TABLE ${scratch.decided} (rid BIGINT, l BIGINT)`);
  await insert(session, scratch.decided, joined);
  await session.run(
    sql`UPDATE ${scratch.state} SET c = d.l, joined = ${byHand} FROM ${scratch.decided} d WHERE ${scratch.state}.rid = d.rid`,
  );
}

/** In place of a key's, for rows that were joined by a decision. */
export const byHand = -1;

const hashOf = ({ row }: RowIdentity) => row;

async function rowsOf(
  session: Session,
  decisions: readonly MatchDecision[],
  scratch: Scratch,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const hashes = [...new Set(decisions.flatMap(({ a, b }) => [a.row, b.row]))];
  const rows = new Map<string, number[]>();
  for (let from = 0; from < hashes.length; from += batch) {
    const list = join(
      hashes.slice(from, from + batch).map((hash) => sql`(${hash})`),
      ', ',
    );
    for (const { h, rid } of await session.rows(
      sql`SELECT h, rid FROM ${scratch.keys} WHERE h IN (SELECT * FROM (VALUES ${list}))`,
    )) {
      rows.set(String(h), [...(rows.get(String(h)) ?? []), Number(rid)]);
    }
  }
  return rows;
}

async function insert(session: Session, table: Sql, pairs: readonly (readonly [number, number])[]): Promise<void> {
  for (let from = 0; from < pairs.length; from += batch) {
    const values = join(
      pairs.slice(from, from + batch).map(([a, b]) => sql`(${a}, ${b})`),
      ', ',
    );
    await session.run(sql`INSERT INTO ${table} VALUES ${values}`);
  }
}

/** Who belongs together, each group known by its smallest member. */
function createGroups() {
  const parents = new Map<number, number>();
  const of = (row: number): number => {
    let top = row;
    for (let next = parents.get(top); next !== undefined; next = parents.get(top)) top = next;
    return top;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [of(a), of(b)].toSorted((x, y) => x - y);
    if (low !== undefined && high !== undefined && low !== high) parents.set(high, low);
  };
  return { of, join };
}
