import { join, literal, raw, type Sql, sql } from '../warehouse/index.ts';

/** Values with their probabilities, which add up to 1. */
export type Weighted<T extends string | number = string> = readonly (readonly [value: T, weight: number])[];

/** The value that a uniform draw falls on. */
export function pick(draw: Sql, choices: Weighted<string | number>): Sql {
  let reached = 0;
  const cases = choices.slice(0, -1).map(([value, weight]) => {
    reached += weight;
    return sql`WHEN ${draw} < ${number(Number(reached.toFixed(9)))} THEN ${constant(value)}`;
  });
  const last = choices.at(-1);
  if (!last) throw new Error('nothing to pick from');
  return sql`CASE ${join(cases, ' ')} ELSE ${constant(last[0])} END`;
}

/** One of the values, all equally likely. */
export function element(draw: Sql, values: readonly string[]): Sql {
  const list = join(values.map(literal), ', ');
  return sql`([${list}])[1 + floor(${draw} * ${number(values.length)})::INTEGER]`;
}

/** The value that belongs to a key. Every key that can occur must be there: others give null. */
export function lookUp(key: Sql, table: Readonly<Record<string, string>>): Sql {
  const cases = Object.entries(table).map(([from, to]) => sql`WHEN ${literal(from)} THEN ${literal(to)}`);
  return sql`CASE ${key} ${join(cases, ' ')} END`;
}

/** A number of our own in SQL, as DOUBLE where it is not whole: DuckDB would take it for a DECIMAL. */
export function number(value: number): Sql {
  return Number.isInteger(value) ? raw(String(value)) : raw(`${value}::DOUBLE`);
}

function constant(value: string | number): Sql {
  return typeof value === 'string' ? literal(value) : number(value);
}
