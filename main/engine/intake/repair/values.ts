import { type CellFault, type Dataset, type Field, type ReadableType, readableTypes } from '#shared/intake/index.ts';
import { join, raw, type Session, type Sql, sql } from '../../warehouse/index.ts';
import { conversion } from '../delimited/sql.ts';

/** A text (VARCHAR) as the value of a field, read as the import reads it: null where it is none of its type. */
export function valueSql(dataset: Dataset, field: Field, text: Sql): Sql {
  const native = raw(field.nativeType);
  const type = readableTypes.find((each) => each === field.type);
  if (type === undefined || type === 'text') return sql`TRY_CAST(${text} AS ${native})`;
  return sql`TRY_CAST(${plainly(type, dataset.forms?.[field.name] ?? null, text)} AS ${native})`;
}

/** A row that is to be taken in: one text a field, null where it has none. */
interface Given {
  readonly id: number;
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

/** Rows as a table (id, row, cells VARCHAR[]), in their order. One value, however many there are. */
export function givenSql(rows: readonly Given[]): Sql {
  return sql`SELECT g.id AS id, g.row AS row, g.cells AS cells FROM (SELECT unnest(from_json(CAST(${JSON.stringify(rows)} AS JSON),
    '[{"id":"BIGINT","row":"BIGINT","cells":["VARCHAR"]}]')) AS g) ORDER BY id`;
}

/** The text of a field, by its place, in a row of `givenSql`, which goes by the name `given`. */
export const cellSql = (place: number): Sql => sql`given.cells[${raw(String(place + 1))}]`;

/** A date may be written in the way of ISO, too, which cannot be mistaken. */
function plainly(type: ReadableType, format: string | null, read: Sql): Sql {
  const own = conversion({ type, format }, read);
  switch (type) {
    case 'date':
    case 'timestamp':
      return format === null ? own : sql`coalesce(${own}, ${conversion({ type, format: null }, read)})`;
    case 'number':
      return sql`CASE WHEN isfinite(${own}) THEN ${own} END`;
    case 'text':
    case 'integer':
    case 'decimal':
    case 'time':
    case 'boolean':
      return own;
  }
}

/** Which of the texts are no values of their fields, by the place of their row. */
export async function typeFaults(
  session: Session,
  dataset: Dataset,
  rows: readonly (readonly (string | null)[])[],
): Promise<CellFault[][]> {
  const faults = rows.map((): CellFault[] => []);
  const asked = dataset.fields
    .map((field, i) => ({ field, i }))
    .filter(({ i }) => rows.some((texts) => texts[i] != null));
  if (asked.length === 0) return faults;
  const wrong = asked.map(
    ({ field, i }) =>
      sql`${cellSql(i)} IS NOT NULL AND ${valueSql(dataset, field, cellSql(i))} IS NULL AS ${raw(`m${i}`)}`,
  );
  const given = givenSql(rows.map((cells, id) => ({ id, row: 0, cells })));
  for (const found of await session.rows(sql`SELECT id, ${join(wrong, ', ')} FROM (${given}) given`))
    for (const { field, i } of asked)
      if (found[`m${i}`] === true)
        faults[Number(found['id'])]?.push({ field: field.name, fault: 'notOfType', type: field.type });
  return faults;
}
