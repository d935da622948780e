import type { StepOf } from '#shared/recipes/index.ts';
import { added, originsOf, refuseBadNames, untouched } from '../columns.ts';
import { compileExpression } from '../expression/compile.ts';
import type { Built, Column } from '../types.ts';

export function compute({ into, expression }: StepOf<'compute'>, columns: readonly Column[]): Built {
  const { value, read, told, altered } = compileExpression(expression, columns);
  const about = read.map(({ name }) => name);
  const present = columns.some(({ name }) => name === into);
  if (present) {
    const replaced = columns.map((column) =>
      column.name === into
        ? { ...untouched(column), value, touched: true, origins: originsOf([column, ...told]), altered }
        : untouched(column),
    );
    return { shape: 'cells', columns: replaced, about };
  }
  refuseBadNames([...columns.map(({ name }) => name), into]);
  return { shape: 'cells', columns: [...columns.map(untouched), added(into, value, originsOf(told), altered)], about };
}
