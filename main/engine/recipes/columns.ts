import { AppError } from '#shared/errors/index.ts';
import type { Field, FieldType } from '#shared/intake/index.ts';
import { identifier, raw, type Sql, sql } from '../warehouse/index.ts';
import type { Built, Column, MadeColumn } from './types.ts';

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
  const { name, origins, altered } = column;
  return { name, value: before(column), was: name, origins, altered, touched: false };
}

/** All columns, those of `names` with another value. */
export function withValues(
  columns: readonly Column[],
  names: readonly string[],
  value: (column: Column) => Sql,
  more: Partial<Pick<MadeColumn, 'reads' | 'altered'>> = {},
): MadeColumn[] {
  for (const name of names) columnOf(columns, name);
  return columns.map((column) =>
    names.includes(column.name)
      ? { ...untouched(column), value: value(column), touched: true, ...more }
      : untouched(column),
  );
}

/** Like `withValues`, with a value worked out first that the other one uses several times. */
export function withPrepared(
  columns: readonly Column[],
  names: readonly string[],
  prepare: (column: Column) => Sql,
  value: (prepared: Sql, column: Column) => Sql,
): Built {
  const nameOf = (column: Column) => raw(freeName(columns, `p${columns.indexOf(column)}`));
  const made = withValues(columns, names, (column) => value(sql`s.${nameOf(column)}`, column), { reads: true });
  const prepared = columns.filter(({ name }) => names.includes(name));
  return {
    shape: 'cells',
    columns: made,
    prepared: prepared.map((column) => sql`${prepare(column)} AS ${nameOf(column)}`),
  };
}

/** A name that no column has, beginning like this one. */
export function freeName(columns: readonly Column[], like: string): string {
  const taken = new Set(columns.map((column) => column.name.toLowerCase()));
  let name = like;
  while (taken.has(name)) name += '_';
  return name;
}

/** A column that was not there before; its values are other ones than those of the fields behind it unless that is said. */
export function added(name: string, value: Sql, origins: readonly Field[], altered = true): MadeColumn {
  return { name, value, was: null, origins, altered, touched: true };
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
