import { raw, type Sql, sql } from '../warehouse/index.ts';

/** Gives each distinct expression a column of its own, so that what several features ask is worked out once a row. */
export interface Shelf {
  put(expression: Sql): Sql;
  readonly columns: readonly Sql[];
}

export function createShelf(): Shelf {
  const known = new Map<string, Sql>();
  const columns: Sql[] = [];
  return {
    columns,
    put(expression) {
      const key = keyOf(expression);
      const column = known.get(key) ?? raw(`x${known.size}`);
      if (!known.has(key)) columns.push(sql`${expression} AS ${column}`);
      known.set(key, column);
      return column;
    },
  };
}

/** Two fragments are the same expression where their keys are. */
export const keyOf = (expression: Sql): string => JSON.stringify([expression.text, expression.values.map(String)]);
