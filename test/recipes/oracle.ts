import type { StepOf } from '#shared/recipes/index.ts';
import { pivot, unpivot } from './reshape.ts';
import { dedupe, fill, outliers } from './rows.ts';
import { asText, type Cell, changed, indexOf, type Known, Misfit, named, type Table, typeOf, Unsaid } from './table.ts';
import { amountOf, dateOf, halfWidth, replaced } from './texts.ts';

/** The table after a step, worked out without SQL; null where the step does not fit. Switched off it changes nothing. */
export function applied(table: Table, step: Known): Table | null {
  if (!step.enabled) return table;
  try {
    return afterStep(table, step);
  } catch (thrown) {
    if (thrown instanceof Misfit) return null;
    throw thrown;
  }
}

function afterStep(table: Table, step: Known): Table {
  switch (step.kind) {
    case 'trim':
      return onTexts(table, step.fields, (text) => {
        const inside = step.collapse ? text.replace(/[\s\p{Z}]+/gu, ' ') : text;
        return inside.replace(/^[\s\p{Z}]+|[\s\p{Z}]+$/gu, '') || null;
      });
    case 'halfWidth':
      return onTexts(table, step.fields, halfWidth);
    case 'case':
      return onTexts(table, step.fields, (text) => {
        if (step.to === 'upper') return text.toUpperCase();
        if (step.to === 'lower') return text.toLowerCase();
        const words = text.split(' ').map((word) => [...word]);
        return words.map(([first = '', ...rest]) => first.toUpperCase() + rest.join('').toLowerCase()).join(' ');
      });
    case 'replace':
      return onTexts(table, step.fields, (text) => replaced(text, step));
    case 'map':
      return changed(table, [step.field], 'text', (cell, type) => {
        if (cell === null) return null;
        const text = asText(cell, type);
        const entry = step.values.find(({ from }) => from.includes(text));
        return entry ? entry.to : step.others === 'keep' ? text : null;
      });
    case 'dates':
      for (const field of step.fields) if (typeOf(table, field) === 'boolean') throw new Misfit();
      return changed(table, step.fields, 'date', (cell, type) => (type === 'date' ? cell : dateOf(cell, type, step)));
    case 'amounts':
      for (const field of step.fields)
        if (!['text', 'integer', 'number'].includes(typeOf(table, field))) throw new Misfit();
      return changed(table, step.fields, 'number', (cell) => (typeof cell === 'string' ? amountOf(cell, step) : cell));
    case 'type':
      return changed(table, step.fields, step.type === 'text' ? 'text' : 'integer', (cell, type) => {
        if (cell === null) return null;
        if (step.type === 'text') return asText(cell, type);
        if (typeof cell !== 'string')
          return typeof cell === 'number' ? (Number.isInteger(cell) ? cell : null) : Number(cell);
        const bare = cell.replace(/^[\s\p{Z}]+|[\s\p{Z}]+$/gu, '');
        return /^[+-]?\d+(?:\.0*)?$/.test(bare) ? Number(bare) : null;
      });
    case 'split':
      return split(table, step);
    case 'merge': {
      const parts = step.fields.map((field) => indexOf(table, field));
      const value = (row: readonly Cell[]) =>
        parts
          .map((at) => asText(row[at] ?? null, table.columns[at]?.type ?? 'text'))
          .filter((text) => text !== '')
          .join(step.separator) || null;
      return inserted(table, step.fields, [{ name: step.into, type: 'text' }], (row) => [value(row)], step.keep);
    }
    case 'compute': {
      const { of, makes = 'number' } = step;
      for (const [name, type] of Object.entries(step.needs ?? {})) if (typeOf(table, name) !== type) throw new Unsaid();
      if (!of) throw new Error('a computed column without its oracle');
      const rowOf = (row: readonly Cell[]) => (name: string) => row[indexOf(table, name)] ?? null;
      const at = table.columns.findIndex(({ name }) => name === step.into);
      if (at < 0)
        return inserted(
          table,
          table.columns.map(({ name }) => name),
          [{ name: step.into, type: makes }],
          (row) => [of(rowOf(row))],
          true,
        );
      return {
        columns: table.columns.map((column, i) => (i === at ? { ...column, type: makes } : column)),
        rows: table.rows.map((row) => row.map((cell, i) => (i === at ? of(rowOf(row)) : cell))),
      };
    }
    case 'rename': {
      const names = new Map(step.names.map(({ field, name }) => [indexOf(table, field), name]));
      return named(
        table.columns.map((column, i) => ({ ...column, name: names.get(i) ?? column.name })),
        table.rows,
      );
    }
    case 'drop':
    case 'reorder': {
      const given = [...new Set(step.fields.map((field) => indexOf(table, field)))];
      const others = table.columns.map((_, i) => i).filter((i) => !given.includes(i));
      const order = step.kind === 'drop' ? others : [...given, ...others];
      if (order.length === 0) throw new Misfit();
      return {
        columns: order.flatMap((i) => table.columns[i] ?? []),
        rows: table.rows.map((row) => order.map((i) => row[i] ?? null)),
      };
    }
    case 'fill':
      return fill(table, step);
    case 'outliers':
      return outliers(table, step);
    case 'dedupe':
      return dedupe(table, step);
    case 'filter': {
      const kept = table.rows.filter((row) => {
        const met = step.conditions.map(({ field, test }) => {
          const cell = row[indexOf(table, field)] ?? null;
          if (test.op === 'isNull') return cell === null;
          if (test.op === 'contains')
            return cell !== null && asText(cell, typeOf(table, field)).toLowerCase().includes(test.value.toLowerCase());
          throw new Error(`no oracle for ${test.op}`);
        });
        const all = step.combine === 'and' ? met.every(Boolean) : met.some(Boolean);
        return all === (step.action === 'keep');
      });
      for (const { field } of step.conditions) indexOf(table, field);
      return { ...table, rows: kept };
    }
    case 'unpivot':
      return unpivot(table, step);
    case 'pivot':
      return pivot(table, step);
  }
}

/** How many cells of the columns that both tables have, by place, read otherwise. Of steps that keep the rows. */
export function cellsChanged(before: Table, after: Table): number {
  let count = 0;
  before.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const was = before.columns[c]?.type ?? 'text';
      const is = after.columns[c]?.type ?? 'text';
      const next = after.rows[r]?.[c] ?? null;
      const same = cell === null || next === null ? cell === next : asText(cell, was) === asText(next, is);
      if (!same) count++;
    });
  });
  return count;
}

function onTexts(table: Table, fields: readonly string[], value: (text: string) => string | null): Table {
  for (const field of fields) if (typeOf(table, field) !== 'text') throw new Misfit();
  return changed(table, fields, 'text', (cell) => (typeof cell === 'string' ? value(cell) : null));
}

function inserted(
  table: Table,
  from: readonly string[],
  made: Table['columns'],
  cells: (row: readonly Cell[]) => readonly Cell[],
  keep: boolean,
): Table {
  const given = new Set(from.map((field) => indexOf(table, field)));
  const last = Math.max(...given);
  const spread = <T>(own: readonly T[], more: readonly T[]): T[] =>
    own.flatMap((each, i) => [...(keep || !given.has(i) ? [each] : []), ...(i === last ? more : [])]);
  return named(
    spread(table.columns, made),
    table.rows.map((row) => spread(row, cells(row))),
  );
}

function split(table: Table, { field, by, into, keep }: StepOf<'split'>): Table {
  const at = indexOf(table, field);
  const parts = (text: string): (string | undefined)[] => {
    if (by.kind === 'positions') {
      const characters = [...text];
      return [0, ...by.positions].map((from, i) => characters.slice(from, by.positions[i]).join(''));
    }
    const all = text.split(by.delimiter);
    const rest = by.rest === 'last' ? [all.slice(into.length - 1).join(by.delimiter)] : [];
    return [...all.slice(0, into.length - rest.length), ...rest];
  };
  if (
    by.kind === 'positions' &&
    (into.length !== by.positions.length + 1 || by.positions.some((p, i) => i > 0 && p <= (by.positions[i - 1] ?? 0)))
  )
    throw new Misfit();
  const made = into.map((name) => ({ name, type: 'text' as const }));
  return inserted(
    table,
    [field],
    made,
    (row) => {
      const cell = row[at] ?? null;
      const texts = cell === null ? [] : parts(asText(cell, table.columns[at]?.type ?? 'text'));
      return into.map((_, i) => texts[i] || null);
    },
    keep,
  );
}
