import type { Constant } from '#shared/conditions/index.ts';
import type { Baseline, CountedDimension, SkipReason } from '#shared/portraits/index.ts';
import { type Row, type Sql, sql } from '../warehouse/index.ts';
import { tellsClientsApart } from './alone.ts';
import type { Candidate } from './choose.ts';
import { added, counted, countsOf, shownValue, threeOf, topValues, type ValueCounts } from './counts.ts';
import type { LinkedValues } from './linked.ts';
import { addedCounts, countsSql, linkedAt, rowsTable } from './rows.ts';

/** Clients by the set of their values. */
const setsSql = (place: number, baseline: Baseline): Sql =>
  sql`SELECT ${linkedAt(place)} AS bits, ${countsSql(baseline)} FROM ${rowsTable} WHERE ${linkedAt(place)} IS NOT NULL GROUP BY 1`;

/** Counts the clients with at least one row of each value (`bit`); where `bit` is null, those with any row. */
export function linkedCountsSql(linked: LinkedValues, place: number, baseline: Baseline): Sql {
  return sql`WITH s AS MATERIALIZED (${setsSql(place, baseline)}) SELECT CAST(NULL AS BIGINT) AS bit, ${addedCounts} FROM s UNION ALL SELECT bit, ${addedCounts} FROM s, range(${linked.values.length + 1}) AS bits_of(bit) WHERE (bits >> bit) & 1 = 1 GROUP BY bit`;
}

/** Counts the clients with at least one row of any of these values. */
export function linkedOthersSql(
  linked: LinkedValues,
  place: number,
  baseline: Baseline,
  values: readonly string[],
): Sql {
  const mask = values.reduce((bits, value) => bits + 2n ** BigInt(linked.values.indexOf(value) + 1), 0n);
  return sql`SELECT ${addedCounts} FROM (${setsSql(place, baseline)}) WHERE bits & CAST(${String(mask)} AS BIGINT) <> 0`;
}

export interface LinkedCounts {
  readonly known: ReturnType<typeof countsOf>;
  readonly empty: ReturnType<typeof countsOf>;
  readonly shown: readonly ValueCounts[];
  readonly others: readonly ValueCounts[];
}

/** What the rows of `linkedCountsSql` say: values that no client has are left out. */
export function linkedCountsOf({ field }: Candidate, linked: LinkedValues, rows: readonly Row[]): LinkedCounts {
  const at = (bit: number | null) => countsOf(rows.find((row) => row.bit === bit));
  const typed = (value: string): Constant => (field.type === 'boolean' ? value === 'true' : value);
  const values = linked.values.map((value, i) => ({ value: typed(value), ...at(i + 1) }));
  return { known: at(null), empty: at(0), ...topValues(values) };
}

export function linkedDimension(
  candidate: Candidate,
  { known, empty, shown, others }: LinkedCounts,
  othersTogether: ReturnType<typeof countsOf>,
  clients: number,
): CountedDimension | SkipReason {
  const [only] = shown;
  if (!only) return 'empty';
  if (shown.length === 1 && only.a === clients && empty.a === 0) return 'constant';
  if (tellsClientsApart(candidate, [...shown, ...others])) return 'unique';
  return {
    field: candidate.ref,
    type: candidate.field.type,
    form: 'rows',
    known: threeOf(known),
    numbers: null,
    traits: [
      ...shown.map((value) => counted({ kind: 'value', value: shownValue(value) }, value)),
      ...(others.length > 0
        ? [counted({ kind: 'others', except: shown.map(shownValue), values: others.length }, othersTogether)]
        : []),
      ...(empty.u > 0 ? [counted({ kind: 'empty' }, empty)] : []),
    ],
  };
}

export const noCounts = added([]);
