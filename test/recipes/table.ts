import type { RecipeStep } from '#shared/recipes/index.ts';

/** What a cell holds, as the warehouse hands it out: dates are ISO text. */
export type Cell = string | number | boolean | null;
export type Type = 'text' | 'integer' | 'number' | 'date' | 'boolean';
export interface Table {
  readonly columns: readonly { readonly name: string; readonly type: Type }[];
  readonly rows: readonly (readonly Cell[])[];
}
/** A step whose result the oracle works out, and, for a computed column, the value of each row. */
export type Known = RecipeStep & {
  readonly of?: (row: (name: string) => Cell) => Cell;
  readonly makes?: Type;
  readonly needs?: Readonly<Record<string, Type>>;
};

/** The oracle does not know: the fields have other types by now. */
export class Unsaid extends Error {}

/** A step does not fit the table. */
export class Misfit extends Error {}

export function indexOf(table: Table, name: string): number {
  const at = table.columns.findIndex((column) => column.name === name);
  if (at < 0) throw new Misfit();
  return at;
}

export const typeOf = (table: Table, name: string): Type => table.columns[indexOf(table, name)]?.type ?? 'text';

export function named(columns: Table['columns'], rows: Table['rows']): Table {
  const keys = columns.map(({ name }) => name.toLowerCase());
  if (new Set(keys).size < keys.length || keys.some((key) => key.trim() === '' || key === 'rowid')) throw new Misfit();
  return { columns, rows };
}

export function asText(cell: Cell, type: Type): string {
  if (cell === null) return '';
  return type === 'number' && Number.isInteger(cell) ? `${cell}.0` : String(cell);
}

export function changed(
  table: Table,
  fields: readonly string[],
  to: Type,
  value: (cell: Cell, type: Type) => Cell,
): Table {
  const at = new Set(fields.map((field) => indexOf(table, field)));
  return {
    columns: table.columns.map((column, i) => (at.has(i) ? { ...column, type: to } : column)),
    rows: table.rows.map((row) =>
      row.map((cell, i) => (at.has(i) ? value(cell, table.columns[i]?.type ?? 'text') : cell)),
    ),
  };
}

export const keyOf = (row: readonly Cell[], at: readonly number[]): string =>
  JSON.stringify(at.map((i) => row[i] ?? null));
