import type { Field } from '#shared/intake/index.ts';
import { isIdentity, type Sensitivity } from '#shared/privacy/sensitivity.ts';
import { identifier, join, type Row, raw, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { IntakeContext } from './context.ts';
import { fieldTypeOf } from './fields.ts';
import { type Noted, notedOf, nothingNoted } from './noted.ts';

/** Columns per statement: each has up to four aggregates. */
const columnsAtOnce = 200;

interface Column {
  readonly name: string;
  readonly native: string;
  readonly sensitivity: Sensitivity;
}

/** Nulls, extremes and about how many distinct values of every column. Identities keep their extremes to themselves. */
export async function profile(
  session: Session,
  table: Sql,
  described: readonly { name: string; type: string }[],
  sensitivities: readonly Sensitivity[],
  context: IntakeContext,
): Promise<Field[]> {
  const columns = described.map(({ name, type }, i) => ({
    name,
    native: type,
    sensitivity: sensitivities[i] ?? 'internal',
  }));
  const [counted] = await session.rows(sql`SELECT count(*) AS rows FROM ${table}`);
  const rows = Number(counted?.rows ?? 0);
  const noted = await notedOf(session, table, columns, rows);
  const way = wayToCount(rows, columns.length);
  const fields: Field[] = [];
  for (let from = 0; from < columns.length; from += columnsAtOnce) {
    const some = columns.slice(from, from + columnsAtOnce);
    const asked = some.flatMap((column, i) => measures(column, i, noted[from + i] ?? nothingNoted, way));
    const onProgress = (share: number) =>
      context.progress?.({ stage: 'profiling', share: (from + share * some.length) / columns.length });
    // Of names without a gap everything may be noted, and nothing else be asked.
    const [row] =
      asked.length === 0
        ? []
        : await session.rows(sql`SELECT ${join(asked, ', ')} FROM ${table}`, { signal: context.signal, onProgress });
    fields.push(...some.map((column, i) => toField(column, i, row ?? {}, noted[from + i] ?? nothingNoted)));
  }
  return fields;
}

function showsExtremes(column: Column): boolean {
  return fieldTypeOf(column.native) !== 'other' && !isIdentity(column.sensitivity);
}

function measures(column: Column, i: number, noted: Noted, way: WayToCount): Sql[] {
  const name = identifier(column.name);
  const as = (measure: string) => raw(` AS ${measure}${i}`);
  const extremes = [sql`CAST(min(${name}) AS VARCHAR)${as('lo')}`, sql`CAST(max(${name}) AS VARCHAR)${as('hi')}`];
  return [
    ...(noted.full ? [] : [sql`count(*) - count(${name})${as('nulls')}`]),
    ...(noted.distinct === null ? [sql`${distinct(column, name, way)}${as('distinct')}`] : []),
    ...(showsExtremes(column) && noted.extremes === null ? extremes : []),
  ];
}

/** Up to here distinct values are counted and not sketched: of 2,000 client numbers a sketch may see 1,545, and miss the key. */
const fewCells = 3_000_000;

/** Up to here a list of all values takes less than the hash table that DuckDB sets up for each distinct count: 4 ms a column. */
const fewRows = 2500;

type WayToCount = 'listed' | 'counted' | 'sketched';

function wayToCount(rows: number, columns: number): WayToCount {
  if (rows <= fewRows) return 'listed';
  return rows * columns <= fewCells ? 'counted' : 'sketched';
}

/** Distinct values are what a profile spends most of its time with: two bits tell those of booleans. */
function distinct(column: Column, name: Sql, way: WayToCount): Sql {
  if (column.native === 'BOOLEAN')
    return sql`coalesce(CAST(bool_or(${name}) AS INTEGER), 0) + coalesce(CAST(NOT bool_and(${name}) AS INTEGER), 0)`;
  switch (way) {
    case 'listed':
      return sql`len(list_distinct(list(${name})))`;
    case 'counted':
      return sql`count(DISTINCT ${name})`;
    case 'sketched':
      return sql`approx_count_distinct(${name})`;
  }
}

function toField(column: Column, i: number, row: Row, noted: Noted): Field {
  const text = (key: string) => {
    const value = row[key];
    return value === null || value === undefined ? null : String(value);
  };
  const shown = showsExtremes(column) ? (noted.extremes ?? { minimum: text(`lo${i}`), maximum: text(`hi${i}`) }) : null;
  return {
    name: column.name,
    type: fieldTypeOf(column.native),
    nativeType: column.native,
    sensitivity: column.sensitivity,
    nulls: Number(row[`nulls${i}`] ?? 0),
    minimum: shown?.minimum ?? null,
    maximum: shown?.maximum ?? null,
    approximateDistinct: noted.distinct ?? Number(row[`distinct${i}`] ?? 0),
  };
}
