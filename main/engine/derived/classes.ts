import type { Field } from '#shared/intake/index.ts';
import { isStricter, type Sensitivity, strictest } from '#shared/privacy/sensitivity.ts';
import { fieldTypeOf, suggestSensitivity } from '../intake/index.ts';
import { identifier, join, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { Derivation } from './types.ts';

/** Rows by which the class of a column is told that comes from no field. */
const rowsLookedAt = 500;

/**
 * The class of each column: the strictest of the fields it was made from, or what its name and values suggest. A class
 * that the column had before stays where it is the stricter one: the analyst may have set it.
 */
export async function classesOf(
  session: Session,
  table: Sql,
  described: readonly { name: string; type: string }[],
  origins: Derivation['origins'],
  before: readonly Field[],
): Promise<Sensitivity[]> {
  const had = new Map(before.map(({ name, sensitivity }) => [name, sensitivity]));
  const inherited = described.map(({ name }) => strictest((origins.get(name) ?? []).map((each) => each.sensitivity)));
  const unknown = described.filter((_, i) => inherited[i] === null);
  const values = await sampleOf(session, table, unknown);
  return described.map(({ name, type }, i) => {
    const own = inherited[i] ?? suggestSensitivity(name, fieldTypeOf(type), values.get(name) ?? []);
    const earlier = had.get(name);
    return earlier !== undefined && isStricter(earlier, own) ? earlier : own;
  });
}

async function sampleOf(
  session: Session,
  table: Sql,
  columns: readonly { name: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (columns.length === 0) return new Map();
  const asked = columns.map(({ name }) => sql`CAST(${identifier(name)} AS VARCHAR)`);
  const sample = await session.columns(sql`SELECT ${join(asked, ', ')} FROM ${table} LIMIT ${rowsLookedAt}`);
  return new Map(
    columns.map(({ name }, i) => {
      const column = sample.columns[i];
      return [name, column?.kind === 'text' ? column.values : []];
    }),
  );
}
