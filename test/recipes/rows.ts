import type { StepOf } from '#shared/recipes/index.ts';
import { type Cell, indexOf, keyOf, Misfit, named, type Table, typeOf } from './table.ts';

/** DuckDB's order: numbers by size, texts by their bytes. */
export const compare = (a: Cell, b: Cell): number =>
  typeof a === 'string' && typeof b === 'string'
    ? Buffer.compare(Buffer.from(a), Buffer.from(b))
    : Number(a) - Number(b);
const awayFromZero = (x: number): number => Math.sign(x) * Math.round(Math.abs(x));

export function fill(table: Table, step: StepOf<'fill'>): Table {
  const group = step.group.map((field) => indexOf(table, field));
  const columns = new Set(step.fields.map((field) => indexOf(table, field)));
  for (const at of columns) {
    const type = table.columns[at]?.type;
    if (step.with.kind === 'mean' && type !== 'integer' && type !== 'number') throw new Misfit();
    if (step.with.kind === 'median' && type !== 'integer' && type !== 'number' && type !== 'date') throw new Misfit();
    if (step.with.kind === 'constant' && type !== 'text') throw new Misfit();
  }
  const found = (at: number, key: string, before: number): Cell => {
    const within = table.rows.filter((row) => keyOf(row, group) === key);
    const values = within.map((row) => row[at] ?? null).filter((cell) => cell !== null);
    switch (step.with.kind) {
      case 'constant':
        return step.with.value;
      case 'previous':
        return (
          table.rows
            .slice(0, before)
            .filter((row) => keyOf(row, group) === key && (row[at] ?? null) !== null)
            .at(-1)?.[at] ?? null
        );
      case 'mode': {
        const times = (cell: Cell) => values.filter((each) => each === cell).length;
        return values.sort((a, b) => times(b) - times(a) || compare(a, b))[0] ?? null;
      }
      case 'median': {
        const sorted = values.sort(compare);
        const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
        if (table.columns[at]?.type !== 'number' || low === null) return low;
        return (Number(low) + Number(sorted[Math.floor(sorted.length / 2)])) / 2;
      }
      case 'mean': {
        if (values.length === 0) return null;
        const mean = values.reduce<number>((sum, cell) => sum + Number(cell), 0) / values.length;
        return table.columns[at]?.type === 'integer' ? awayFromZero(mean) : mean;
      }
    }
  };
  return {
    ...table,
    rows: table.rows.map((row, r) =>
      row.map((cell, at) => (columns.has(at) && cell === null ? found(at, keyOf(row, group), r) : cell)),
    ),
  };
}

export function outliers(table: Table, { fields, by, action }: StepOf<'outliers'>): Table {
  const at = fields.map((field) => indexOf(table, field));
  for (const field of fields) if (!['integer', 'number'].includes(typeOf(table, field))) throw new Misfit();
  const [low, high] = by.kind === 'quantiles' ? [by.low, by.high] : [0.25, 0.75];
  if (low >= high) throw new Misfit();
  const fences = at.map((i) => {
    const sorted = table.rows
      .map((row) => row[i] ?? null)
      .filter((cell) => cell !== null)
      .map(Number)
      .sort((a, b) => a - b);
    const quantile = (share: number) => {
      const place = (sorted.length - 1) * share;
      const [a = Number.NaN, b = a] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
      return a + (b - a) * (place - Math.floor(place));
    };
    const reach = by.kind === 'iqr' ? by.factor * (quantile(high) - quantile(low)) : 0;
    return [quantile(low) - reach, quantile(high) + reach] as const;
  });
  const isOut = (row: readonly Cell[]) =>
    at.some(
      (i, n) => row[i] !== null && (Number(row[i]) < (fences[n]?.[0] ?? 0) || Number(row[i]) > (fences[n]?.[1] ?? 0)),
    );
  if (action.kind === 'drop') return { ...table, rows: table.rows.filter((row) => !isOut(row)) };
  return named(
    [...table.columns, { name: action.into, type: 'boolean' }],
    table.rows.map((row) => [...row, isOut(row)]),
  );
}

export function dedupe(table: Table, { keys, keep }: StepOf<'dedupe'>): Table {
  const at = keys.map((key) => indexOf(table, key));
  const by = 'field' in keep ? indexOf(table, keep.field) : -1;
  const better = (a: readonly Cell[], b: readonly Cell[]): boolean => {
    if (keep.kind === 'first') return false;
    if (keep.kind === 'last') return true;
    const [x = null, y = null] = [a[by], b[by]];
    if (x === null || y === null) return y === null && x !== null;
    return keep.kind === 'largest' ? compare(x, y) > 0 : compare(x, y) < 0;
  };
  const best = new Map<string, readonly Cell[]>();
  for (const row of table.rows) {
    const key = keyOf(row, at);
    const held = best.get(key);
    if (!held || better(row, held)) best.set(key, row);
  }
  return {
    ...table,
    rows: table.rows.filter((row) => at.every((i) => row[i] === null) || best.get(keyOf(row, at)) === row),
  };
}
