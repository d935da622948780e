import { identifier, join, raw, type Session, type Sql, sql } from '../warehouse/index.ts';

/** What DuckDB has noted about a column while it stored the rows: what is noted need not be worked out from all of them. */
export interface Noted {
  /** About how many distinct values; null where that cannot be trusted. */
  readonly distinct: number | null;
  /** True where there is surely no null in it: DuckDB leaves out checks for nulls by this itself. */
  readonly full: boolean;
  /** As texts; null where they were not noted to the last character. */
  readonly extremes: { readonly minimum: string; readonly maximum: string } | null;
}

export const nothingNoted: Noted = { distinct: null, full: false, extremes: null };

/** Rows from which the estimate of distinct values is good enough, and working things out is worth avoiding. */
const manyRows = 1_000_000;

/** The estimate comes from a sample of the rows: it holds for values that recur often, and for those that hardly do. */
const recurring = 0.1;
const unique = 0.95;

/**
 * What was noted about each column of a table, which must never have lost or changed a row: extremes are those of all rows that it
 * ever had. No table of a dataset does; a change is a new table.
 */
export async function notedOf(
  session: Session,
  table: Sql,
  columns: readonly { readonly name: string; readonly native: string }[],
  rows: number,
): Promise<Noted[]> {
  if (rows < manyRows) return columns.map(() => nothingNoted);
  const stats = columns.map(({ name }, i) => sql`stats(${identifier(name)}) AS ${raw(`s${i}`)}`);
  const [noted] = await session.rows(sql`SELECT ${join(stats, ', ')} FROM ${table} LIMIT 1`);
  return columns.map(({ native }, i) => readNotes(String(noted?.[`s${i}`] ?? ''), native, rows));
}

/** [Min: 0, Max: 96][Has Null: false, Has No Null: true][Approx Unique: 98] */
function readNotes(said: string, native: string, rows: number): Noted {
  const [, first = '', empty, holds, estimate] = notes.exec(said) ?? [];
  // Of values that are all null the extremes are those of the type.
  const extremes = holds === 'true' ? extremesIn(first, native) : null;
  const different = extremes?.minimum === extremes?.maximum ? 1 : 2;
  return {
    distinct: native === 'BOOLEAN' && extremes ? different : trusted(Number(estimate), rows),
    full: empty === 'false',
    extremes,
  };
}
const notes = /^\[([^\]]*)\]\[Has Null: (\w+), Has No Null: (\w+)\](?:\[Approx Unique: (\d+)\])?$/;

function trusted(estimate: number, rows: number): number | null {
  const share = estimate / rows;
  return share <= recurring || share >= unique ? Math.min(estimate, rows) : null;
}

/** Of texts only the first eight bytes are noted. */
function extremesIn(said: string, native: string): Noted['extremes'] {
  const pattern = native === 'VARCHAR' ? shortWords : plainTypes.test(native) ? plain : null;
  const [, minimum, maximum] = pattern?.exec(said) ?? [];
  return minimum === undefined || maximum === undefined ? null : { minimum, maximum };
}
const plainTypes = /^(?:BOOLEAN|(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DOUBLE|DECIMAL\(.*\)|DATE|TIME|TIMESTAMP)$/;
const plain = /^Min: ([^,]+), Max: ([^,]+)$/;
const shortWords = /^Min: ([\w-]+), Max: ([\w-]+), Has Unicode: false, Max String Length: [1-8]$/;
