import { AppError } from '#shared/errors/index.ts';
import type { Field, FieldType } from '#shared/intake/index.ts';
import { identifier, type Sql, sql } from '../warehouse/index.ts';
import type { Column, MadeColumn } from './types.ts';

/** A column by its exact name, or `recipeFieldGone`: the look-up that every identifier of a step passes. */
export function columnOf(columns: readonly Column[], name: string): Column {
  const column = columns.find((candidate) => candidate.name === name);
  if (!column) throw new AppError('notFound', 'recipeFieldGone', { field: name });
  return column;
}

/** The same, of one of these types, or `recipeFieldType`. */
export function columnOfType(columns: readonly Column[], name: string, types: readonly FieldType[]): Column {
  const column = columnOf(columns, name);
  if (!types.includes(column.type)) throw notForStep(column);
  return column;
}

export const numeric: readonly FieldType[] = ['integer', 'number', 'decimal'];

export function notForStep({ name, type }: Pick<Column, 'name' | 'type'>): AppError {
  return new AppError('validation', 'recipeFieldType', { field: name, type });
}

/** A column of the rows before a step. */
export function before(column: Pick<Column, 'name'>): Sql {
  return identifier('s', column.name);
}

export function asText(column: Pick<Column, 'name' | 'type'>): Sql {
  return column.type === 'text' ? before(column) : sql`CAST(${before(column)} AS VARCHAR)`;
}

/** A column that stays as it is. */
export function untouched(column: Column): MadeColumn {
  return { name: column.name, value: before(column), was: column.name, origins: column.origins, touched: false };
}

/** All columns, those of `names` with another value. */
export function withValues(
  columns: readonly Column[],
  names: readonly string[],
  value: (column: Column) => Sql,
  more: Partial<Pick<MadeColumn, 'reads'>> = {},
): MadeColumn[] {
  for (const name of names) columnOf(columns, name);
  return columns.map((column) =>
    names.includes(column.name)
      ? { ...untouched(column), value: value(column), touched: true, ...more }
      : untouched(column),
  );
}

/** A column that was not there before. */
export function added(name: string, value: Sql, origins: readonly Field[]): MadeColumn {
  return { name, value, was: null, origins, touched: true };
}

/** Fails with `recipeNameTaken` or `recipeNameUnusable` where names cannot stand beside each other: DuckDB ignores case. */
export function refuseBadNames(names: readonly string[]): void {
  const taken = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (name.trim() === '' || key === 'rowid') throw new AppError('validation', 'recipeNameUnusable', { field: name });
    if (taken.has(key)) throw new AppError('validation', 'recipeNameTaken', { field: name });
    taken.add(key);
  }
}

/** The fields of the source behind several columns, each once. */
export function originsOf(columns: readonly Column[]): Field[] {
  return [...new Set(columns.flatMap(({ origins }) => origins))];
}
