import { raw, type Sql, sql } from '../../warehouse/index.ts';

/** The value of `body` with `name` standing for `value`, which is worked out once. */
export function letting(name: 'x' | 'p', value: Sql, body: (name: Sql) => Sql): Sql {
  return sql`list_transform([${value}], lambda ${raw(name)}: ${body(raw(name))})[1]`;
}
