import { type CellFault, type Dataset, type Field, type ReadableType, readableTypes } from '#shared/intake/index.ts';
import { join, raw, type Session, type Sql, sql } from '../../warehouse/index.ts';
import { conversion } from '../delimited/sql.ts';

/** A text as the value of a field, read as the import reads it: null where it is none of its type. */
export function valueSql(dataset: Dataset, field: Field, text: string | null): Sql {
  const native = raw(field.nativeType);
  if (text === null) return sql`CAST(NULL AS ${native})`;
  const read = sql`CAST(${text} AS VARCHAR)`;
  const type = readableTypes.find((each) => each === field.type);
  if (type === undefined || type === 'text') return sql`TRY_CAST(${read} AS ${native})`;
  return sql`TRY_CAST(${plainly(type, dataset.forms?.[field.name] ?? null, read)} AS ${native})`;
}

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

/** Which of the texts are no values of their fields. */
export async function typeFaults(
  session: Session,
  dataset: Dataset,
  texts: readonly (string | null)[],
): Promise<CellFault[]> {
  const asked = dataset.fields.flatMap((field, i) => {
    const text = texts[i] ?? null;
    return text === null ? [] : [{ field, missing: sql`${valueSql(dataset, field, text)} IS NULL` }];
  });
  if (asked.length === 0) return [];
  const [row] = await session.rows(
    sql`SELECT ${join(
      asked.map(({ missing }, i) => sql`${missing} AS ${raw(`m${i}`)}`),
      ', ',
    )}`,
  );
  return asked.flatMap(({ field }, i) =>
    row?.[`m${i}`] === true ? [{ field: field.name, fault: 'notOfType' as const, type: field.type }] : [],
  );
}
