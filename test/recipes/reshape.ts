import type { StepOf } from '#shared/recipes/index.ts';
import { compare } from './rows.ts';
import { asText, type Cell, indexOf, keyOf, Misfit, named, type Table } from './table.ts';

export function unpivot(table: Table, { fields, nameInto, valueInto, dropEmpty }: StepOf<'unpivot'>): Table {
  const at = [...new Set(fields.map((field) => indexOf(table, field)))];
  const types = at.map((i) => table.columns[i]?.type ?? 'text');
  const [first = 'text'] = types;
  const numbers = types.every((type) => type === 'integer' || type === 'number');
  const type = types.every((each) => each === first) ? first : numbers ? 'number' : 'text';
  const others = table.columns.map((_, i) => i).filter((i) => !at.includes(i));
  const rows = table.rows.flatMap((row) =>
    at.flatMap((i) => {
      const cell = row[i] ?? null;
      if (cell === null && dropEmpty) return [];
      const own = table.columns[i]?.type ?? 'text';
      const value = cell !== null && type === 'text' ? asText(cell, own) : cell;
      return [[...others.map((o) => row[o] ?? null), table.columns[i]?.name ?? '', value]];
    }),
  );
  return named(
    [...others.flatMap((i) => table.columns[i] ?? []), { name: nameInto, type: 'text' }, { name: valueInto, type }],
    rows,
  );
}

export function pivot(table: Table, step: StepOf<'pivot'>): Table {
  const rows = [...new Set(step.rows.map((field) => indexOf(table, field)))];
  const names = indexOf(table, step.names);
  const values = indexOf(table, step.values);
  const type = table.columns[values]?.type ?? 'text';
  if (step.aggregate === 'sum' && type !== 'integer' && type !== 'number') throw new Misfit();
  const nameOf = (row: readonly Cell[]) =>
    row[names] === null ? null : asText(row[names] ?? null, table.columns[names]?.type ?? 'text');
  const keys = [...new Set(table.rows.flatMap((row) => nameOf(row) ?? []))].sort(compare);
  const groups = new Map<string, (readonly Cell[])[]>();
  for (const row of table.rows) groups.set(keyOf(row, rows), [...(groups.get(keyOf(row, rows)) ?? []), row]);
  const cell = (all: readonly (readonly Cell[])[], key: string): Cell => {
    const found = all
      .filter((row) => nameOf(row) === key)
      .map((row) => row[values] ?? null)
      .filter((each) => each !== null);
    if (step.aggregate === 'count') return found.length;
    if (step.aggregate === 'first') return found[0] ?? null;
    if (step.aggregate === 'sum')
      return found.length === 0 ? null : found.reduce<number>((sum, each) => sum + Number(each), 0);
    throw new Error(`no oracle for ${step.aggregate}`);
  };
  const made = keys.map((name) => ({ name, type: step.aggregate === 'count' ? ('integer' as const) : type }));
  return {
    columns: [...rows.flatMap((i) => table.columns[i] ?? []), ...made],
    rows: [...groups.values()].map((all) => [
      ...rows.map((i) => all[0]?.[i] ?? null),
      ...keys.map((key) => cell(all, key)),
    ]),
  };
}
