import type { Dataset } from '#shared/intake/index.ts';
import { alteredClass, isStricter, type Sensitivity, strictest } from '#shared/privacy/sensitivity.ts';
import { fieldTypeOf, suggestSensitivity } from '../intake/index.ts';
import { identifier, join, type Session, type Sql, sql } from '../warehouse/index.ts';
import type { Derivation } from './types.ts';

/** Rows by which the class of a column is told that comes from no field. */
const rowsLookedAt = 500;

/**
 * The class of each column: the strictest of the fields it was made from, none of whose masks fits a value that was altered; or
 * what its name and values suggest. A class that was set by hand stays while the definition does, and a stricter one always.
 */
export async function classesOf(
  session: Session,
  table: Sql,
  described: readonly { name: string; type: string }[],
  { origins, altered, definition }: Pick<Derivation, 'origins' | 'altered' | 'definition'>,
  before: Dataset | undefined,
): Promise<Sensitivity[]> {
  const had = new Map((before?.fields ?? []).map(({ name, sensitivity }) => [name, sensitivity]));
  const byHand = setByHand(before, definition);
  const inherited = described.map(({ name }) => {
    const own = strictest((origins.get(name) ?? []).map((each) => each.sensitivity));
    return own !== null && altered?.has(name) ? alteredClass(own) : own;
  });
  const unknown = described.filter((_, i) => inherited[i] === null);
  const values = await sampleOf(session, table, unknown);
  return described.map(({ name, type }, i) => {
    const own = inherited[i] ?? suggestSensitivity(name, fieldTypeOf(type), values.get(name) ?? []);
    const said = byHand.get(name);
    if (said?.from === own) return said.to;
    const earlier = had.get(name);
    // What it was by being altered is no more when it is left as it stands.
    const fell = earlier === 'personal' && before?.derived?.altered?.includes(name) === true;
    return earlier !== undefined && isStricter(earlier, own) && !fell ? earlier : own;
  });
}

/** Classes that were given by hand to what this very version of the definition made. */
export function setByHand(
  before: Dataset | undefined,
  definition: Derivation['definition'],
): ReadonlyMap<string, { readonly from: Sensitivity; readonly to: Sensitivity }> {
  const { derived } = before ?? {};
  const same = derived?.definition === definition.name && derived.definitionVersion === definition.version;
  return new Map(same ? Object.entries(derived.classes ?? {}) : []);
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
