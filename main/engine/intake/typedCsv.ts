import type { ColumnOption, ReadableType, ReadOptions } from '#shared/intake/index.ts';
import { type Session, type Sql, sql } from '../warehouse/index.ts';
import { columnOptionsOf, hideSkippedCells } from './delimited/index.ts';
import { loadDelimited } from './delimited/load.ts';
import { type DelimitedPlan, planColumns } from './delimited/plan.ts';
import type { Loading } from './loading.ts';

/** Rows of a source that knows its types, written by us as CSV for DuckDB to read. */
export interface TypedCsv {
  readonly path: string;
  readonly names: readonly string[];
  readonly types: readonly ReadableType[];
  /** Columns in which words stand for nothing. */
  readonly worded?: readonly boolean[];
  /** The first rows, by which secrets are told, and the forms of what is to be of a chosen type. */
  readonly head: readonly (readonly (string | null)[])[];
  /** Where the user finds what stands in a line of the CSV. */
  rowOf(line: number): number;
}

interface TypedCounts {
  readonly rows: number;
  readonly quarantined: number;
  readonly columns: ColumnOption[];
}

export async function loadTypedCsv(loading: Loading, csv: TypedCsv): Promise<TypedCounts> {
  const { warehouse, file, target, context } = loading;
  const options = loading.settle(
    csv.names.map((column, i) => ({ column, values: () => csv.head.map((row) => row[i] ?? null) })),
  );
  const plan = planOf(csv, options, file);
  const source = { path: csv.path, file, digest: null, encoding: 'utf-8', onlyAscii: false, revise: false } as const;
  const counts = await loadDelimited(warehouse, source, plan, target, context, async (session, { quarantined }) => {
    if (quarantined > 0) await placeInSource(session, target.quarantine, csv.rowOf);
    await hideSkippedCells(session, target, plan, quarantined);
  });
  return { rows: counts.rows, quarantined: counts.quarantined, columns: columnOptionsOf(plan) };
}

function planOf({ names, types, worded, head }: TypedCsv, options: ReadOptions, file: string): DelimitedPlan {
  const columns = planColumns(names, (i) => head.map((row) => row[i] ?? ''), options, file).map((column, i) => {
    if (column.chosen) return column;
    const type = types[i] ?? 'text';
    return { ...column, type, format: type === 'date' ? '%Y-%m-%d' : null, nullWords: worded?.[i] ?? false };
  });
  return {
    dialect: { delimiter: ',', quote: '"', skip: 0 },
    header: false,
    lineEnd: '\n',
    columns,
    confidence: 1,
    rows: [],
  };
}

/** Quarantined rows carry the line of the CSV; the user knows the rows of the file. */
async function placeInSource(session: Session, quarantine: Sql, rowOf: (line: number) => number): Promise<void> {
  const rows = await session.rows(sql`SELECT DISTINCT line FROM ${quarantine}`);
  const lines = rows.map((row) => Number(row.line));
  const list = (numbers: readonly number[]) => sql`CAST(unnest(string_split(${numbers.join(',')}, ',')) AS BIGINT)`;
  await session.run(sql`UPDATE ${quarantine} SET line = place.source_row
    FROM (SELECT ${list(lines)} AS line, ${list(lines.map(rowOf))} AS source_row) place
    WHERE ${quarantine}.line = place.line`);
}
