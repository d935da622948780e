import type { Baseline, CountedDimension, SkipReason } from '#shared/portraits/index.ts';
import { join, type Row, type Session, type Sql, sql } from '../warehouse/index.ts';
import { type Candidate, limitOf } from './choose.ts';
import { countsOf } from './counts.ts';
import type { LinkedValues } from './linked.ts';
import { linkedCountsOf, linkedCountsSql, linkedDimension, linkedOthersSql, noCounts } from './linkedCounts.ts';
import { numbersSql, pointsSql, readPoints } from './numbers.ts';
import { edgesFrom, rangesDimension, rangesSql, shownByValue, wholeDimension, wholeValuesSql } from './ranges.ts';
import { rowsOfField } from './rows.ts';
import { summarise } from './summarise.ts';
import { valuesDimension, valuesOf, valuesSql } from './values.ts';

export interface Looking {
  /** All fields to look at, in the order in which they are told of. */
  readonly candidates: readonly Candidate[];
  /** Those with one value a client, in the order of the columns of rows. */
  readonly own: readonly Candidate[];
  /** By place in `own`: which of the joined tables it is of, -1 for the client list. */
  readonly singles: readonly number[];
  readonly linked: ReadonlyMap<Candidate, LinkedValues | null>;
  /** Those of them that are looked at here, in the order of the columns of rows. */
  readonly linkedColumns: readonly LinkedValues[];
  readonly baseline: Baseline;
  readonly clients: number;
}

/** A field counted, or why it is not shown, and the statements that told. */
export interface Seen {
  readonly candidate: Candidate;
  readonly dimension: CountedDimension | SkipReason;
  readonly statements: readonly Sql[];
}

/** Counts every field, over the rows that the session holds; `oneMore` is called when each is. */
export async function look(session: Session, looking: Looking, oneMore: () => void): Promise<readonly Seen[]> {
  const { candidates, own, linked } = looking;
  const plain = own.filter(({ field }) => field.type === 'text' || field.type === 'boolean');
  const seen = new Map((await values(session, looking, plain)).map((each) => [each.candidate, each]));
  for (const candidate of candidates) {
    if (!seen.has(candidate)) {
      const found = candidate.linked
        ? await rowsOf(session, looking, candidate, linked.get(candidate) ?? null)
        : await numbers(session, looking, candidate);
      seen.set(candidate, found);
    }
    oneMore();
  }
  return candidates.flatMap((candidate) => seen.get(candidate) ?? []);
}

/** Many small groupings in one statement: they run side by side. */
async function values(
  session: Session,
  { own, singles, baseline }: Looking,
  plain: readonly Candidate[],
): Promise<Seen[]> {
  if (plain.length === 0) return [];
  const statements = plain.map((each) => {
    const place = own.indexOf(each);
    return valuesSql(place, rowsOfField(singles[place] ?? -1), baseline, limitOf(false, each.asked));
  });
  const parts = statements.map(
    (statement, at) => sql`SELECT ${at} AS place, CAST(value AS VARCHAR) AS value, k, b, u, a FROM (${statement})`,
  );
  const rows = await session.rows(join(parts, ' UNION ALL '));
  return plain.map((candidate, at) => {
    const mine = rows.filter(({ place }) => place === at).map((row) => typedRow(candidate, row));
    const statement = statements[at];
    return { candidate, dimension: valuesDimension(candidate, mine), statements: statement ? [statement] : [] };
  });
}

const typedRow = ({ field }: Candidate, row: Row): Row =>
  field.type === 'boolean' && row.value !== null ? { ...row, value: row.value === 'true' } : row;

async function numbers(session: Session, { own, singles, baseline }: Looking, candidate: Candidate): Promise<Seen> {
  const place = own.indexOf(candidate);
  const table = numbersSql(place, rowsOfField(singles[place] ?? -1), baseline);
  const points = pointsSql(candidate, baseline);
  await session.run(table);
  const described = summarise(await readPoints(session, points));
  if (shownByValue(candidate, described)) {
    const statement = wholeValuesSql(baseline);
    const found = valuesOf(await session.rows(statement));
    return {
      candidate,
      dimension: wholeDimension(candidate, described, found),
      statements: [table, points, statement],
    };
  }
  const edges = edgesFrom(candidate, described);
  const statement = rangesSql(candidate, baseline, edges);
  const dimension = rangesDimension(candidate, described, edges, await session.rows(statement));
  return { candidate, dimension, statements: [table, points, statement] };
}

async function rowsOf(
  session: Session,
  { linkedColumns, baseline, clients }: Looking,
  candidate: Candidate,
  linked: LinkedValues | null,
): Promise<Seen> {
  if (!linked) return { candidate, dimension: 'tooMany', statements: [] };
  const place = linkedColumns.indexOf(linked);
  const statement = linkedCountsSql(linked, place, baseline);
  const counts = linkedCountsOf(candidate, linked, await session.rows(statement));
  const statements = [linked.statement, statement];
  let together = noCounts;
  if (counts.others.length > 0) {
    const others = linkedOthersSql(
      linked,
      place,
      baseline,
      counts.others.map(({ value }) => String(value)),
    );
    statements.push(others);
    together = countsOf((await session.rows(others))[0]);
  }
  return { candidate, dimension: linkedDimension(candidate, counts, together, clients), statements };
}
