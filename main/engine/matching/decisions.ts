import { AppError } from '#shared/errors/index.ts';
import type { MatchDecision, RowIdentity } from '#shared/matching/index.ts';
import { join, type Session, type Sql, sql } from '../warehouse/index.ts';
import { byHand, type Clusters, clientOf, unite } from './cluster.ts';
import type { MatchInputs } from './inputs.ts';
import { hashSql } from './keys.ts';
import type { RowSpace } from './rowSpace.ts';
import type { Scratch } from './scratch.ts';

type Pairs = readonly (readonly [number, number])[];

/** What the analyst has decided, as pairs of rows. */
export interface Decided {
  readonly same: Pairs;
  readonly apart: Pairs;
}

/** Values handed to DuckDB at a time. */
const batch = 2000;

/** Looks up the rows that decisions are about, notes their bits, and keeps those that are apart in a table. */
export async function readDecisions(
  session: Session,
  inputs: MatchInputs,
  space: RowSpace,
  scratch: Scratch,
): Promise<Decided> {
  await session.run(sql`CREATE TABLE ${scratch.apart} (a BIGINT, b BIGINT)`);
  const { decisions } = inputs.definition;
  if (decisions.length === 0) return { same: [], apart: [] };
  const rows = await rowsOf(session, inputs, space, scratch);
  const of = ({ row }: RowIdentity) => rows.get(row) ?? [];
  const both = ({ a, b }: MatchDecision) => of(a).flatMap((one) => of(b).map((other) => [one, other] as const));
  const apart = decisions.filter((each) => !each.same).flatMap(both);
  for (let from = 0; from < apart.length; from += batch) {
    const values = join(
      apart.slice(from, from + batch).map(([a, b]) => sql`(${space.ridOf(a)}, ${space.ridOf(b)})`),
      ', ',
    );
    await session.run(sql`INSERT INTO ${scratch.apart} VALUES ${values}`);
  }
  return { same: decisions.filter((each) => each.same).flatMap(both), apart };
}

/** Makes one client of rows that were decided to be the same, before any key counts. Fails with `matchContradiction` where decisions do not agree. */
export function applyDecisions(clusters: Clusters, { same, apart }: Decided): void {
  for (const [a, b] of same) unite(clusters, a, b, byHand);
  if (apart.some(([a, b]) => clientOf(clusters, a) === clientOf(clusters, b)))
    throw new AppError('validation', 'matchContradiction');
}

/** The rows that decisions are about: h, what they are known by; rid; m. Several may be known by the same. */
export function rowsDecided(inputs: MatchInputs, decisions: readonly MatchDecision[], scratch: Scratch): Sql {
  const hashes = JSON.stringify(decisions.flatMap(({ a, b }) => [a.row, b.row]));
  return sql`SELECT h, rid, m FROM (SELECT ${hashSql(inputs, 'k', scratch)} AS h, rid, m FROM ${scratch.keys} k)
    SEMI JOIN (SELECT unnest(CAST(CAST(${hashes} AS JSON) AS VARCHAR[])) AS h) USING (h)`;
}

async function rowsOf(
  session: Session,
  inputs: MatchInputs,
  space: RowSpace,
  scratch: Scratch,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = await session.rows(rowsDecided(inputs, inputs.definition.decisions, scratch));
  const rows = new Map<string, number[]>();
  for (const { h, rid, m } of found) {
    const row = space.rowOf(Number(rid));
    space.bits[row] = Number(m);
    rows.set(String(h), [...(rows.get(String(h)) ?? []), row]);
  }
  return rows;
}
