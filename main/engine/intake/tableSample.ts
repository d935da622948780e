import { type Session, type Sql, sql } from '../warehouse/index.ts';

/** Rows of a small query as text. */
export async function tableSample(session: Session, from: Sql): Promise<(string | null)[][]> {
  const { columns, rows } = await session.columns(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${from}`);
  return Array.from({ length: rows }, (_, r) =>
    columns.map((column) => (column.nulls[r] === 1 ? null : String(column.values[r] ?? ''))),
  );
}
