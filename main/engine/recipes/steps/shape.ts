import { AppError } from '#shared/errors/index.ts';
import type { StepOf } from '#shared/recipes/index.ts';
import { join, raw, type Sql, sql } from '../../warehouse/index.ts';
import { added, asText, columnOf, originsOf, refuseBadNames, untouched } from '../columns.ts';
import type { Built, Column, MadeColumn } from '../types.ts';

/** Parts stand where the field stood. */
export function split(step: StepOf<'split'>, columns: readonly Column[]): Built {
  const { field, by, into, keep } = step;
  const column = columnOf(columns, field);
  const parts =
    by.kind === 'delimiter' ? byDelimiter(column, by, into.length) : byPositions(column, by.positions, into);
  const made = into.map((name, i) => added(name, parts[i] ?? sql`NULL`, column.origins));
  return inPlace(columns, [column], made, keep);
}

function byDelimiter(
  column: Column,
  { delimiter, rest }: { delimiter: string; rest: 'last' | 'drop' },
  count: number,
): Sql[] {
  const list = sql`string_split(${asText(column)}, ${delimiter})`;
  return Array.from({ length: count }, (_, i) => {
    const at = raw(String(i + 1));
    const last = rest === 'last' && i === count - 1;
    return last ? sql`nullif(array_to_string(${list}[${at}:], ${delimiter}), '')` : sql`nullif(${list}[${at}], '')`;
  });
}

function byPositions(column: Column, positions: readonly number[], into: readonly string[]): Sql[] {
  const parts = positions.length + 1;
  if (into.length !== parts) {
    const counts = { positions: positions.length, parts, columns: into.length };
    throw new AppError('validation', 'recipeSplitCount', counts);
  }
  if (positions.some((position, i) => i > 0 && position <= (positions[i - 1] ?? 0))) {
    throw new AppError('validation', 'recipeSplitOrder');
  }
  return into.map((_, i) => {
    const from = positions[i - 1] ?? 0;
    const to = positions[i];
    const text = asText(column);
    return to === undefined
      ? sql`nullif(substring(${text}, ${from + 1}), '')`
      : sql`nullif(substring(${text}, ${from + 1}, ${to - from}), '')`;
  });
}

export function merge({ fields, into, separator, keep }: StepOf<'merge'>, columns: readonly Column[]): Built {
  const parts = fields.map((field) => columnOf(columns, field));
  const texts = parts.map((column) => sql`nullif(${asText(column)}, '')`);
  const value = sql`nullif(concat_ws(${separator}, ${join(texts, ', ')}), '')`;
  return inPlace(columns, parts, [added(into, value, originsOf(parts))], keep);
}

/** New columns after the last that they are made from, and without those unless they are kept. */
function inPlace(
  columns: readonly Column[],
  from: readonly Column[],
  made: readonly MadeColumn[],
  keep: boolean,
): Built {
  const last = Math.max(...from.map((column) => columns.indexOf(column)));
  const all = columns.flatMap((column, i) => {
    const own = !keep && from.includes(column) ? [] : [untouched(column)];
    return i === last ? [...own, ...made] : own;
  });
  refuseBadNames(all.map(({ name }) => name));
  return { shape: 'cells', columns: all, about: from.map(({ name }) => name) };
}

export function rename({ names }: StepOf<'rename'>, columns: readonly Column[]): Built {
  for (const { field } of names) columnOf(columns, field);
  const next = new Map(names.map(({ field, name }) => [field, name]));
  const all = columns.map((column) => {
    const name = next.get(column.name);
    return name === undefined ? untouched(column) : { ...untouched(column), name, touched: true };
  });
  refuseBadNames(all.map(({ name }) => name));
  return { shape: 'cells', columns: all };
}

export function drop({ fields }: StepOf<'drop'>, columns: readonly Column[]): Built {
  for (const field of fields) columnOf(columns, field);
  const kept = columns.filter(({ name }) => !fields.includes(name));
  if (kept.length === 0) throw new AppError('validation', 'recipeNoColumns');
  return { shape: 'cells', columns: kept.map(untouched) };
}

export function reorder({ fields }: StepOf<'reorder'>, columns: readonly Column[]): Built {
  const first = [...new Set(fields)].map((field) => columnOf(columns, field));
  return { shape: 'cells', columns: [...first, ...columns.filter((column) => !first.includes(column))].map(untouched) };
}
