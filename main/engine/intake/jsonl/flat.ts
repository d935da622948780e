import { identifier, join, type Session, type Sql, sql } from '../../warehouse/index.ts';

/**
 * The rows of a source with the fields of its objects as columns of their own, one level deep: `address.city`. What lies
 * deeper, and lists, become texts of JSON later on.
 */
export async function flattened(session: Pick<Session, 'describe'>, from: Sql): Promise<Sql> {
  const described = await session.describe(sql`SELECT * FROM ${from}`);
  if (!described.some(({ type }) => isObject(type))) return from;
  const taken = new Set(described.map(({ name }) => name.toLowerCase()));
  const columns: Sql[] = [];
  for (const { name, type } of described) {
    const column = identifier(name);
    const fields = isObject(type) ? await session.describe(sql`SELECT UNNEST(${column}) FROM ${from}`) : [];
    // Two columns of one name would be worse than a text.
    const free = fields.length > 0 && fields.every((field) => !taken.has(`${name}.${field.name}`.toLowerCase()));
    if (!free) columns.push(column);
    else
      for (const field of fields)
        columns.push(sql`struct_extract(${column}, ${field.name}) AS ${identifier(`${name}.${field.name}`)}`);
  }
  return sql`(SELECT ${join(columns, ', ')} FROM ${from})`;
}

const isObject = (type: string) => type.startsWith('STRUCT(') && !/\[\d*\]$/.test(type);
