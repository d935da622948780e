import type { RecipeField, RecipeStepKind, RecipeStepResult } from '#shared/recipes/index.ts';

export interface ColumnChange {
  readonly name: string;
  readonly what: 'cells' | 'added' | 'gone' | 'renamed';
  readonly cells: number;
  readonly unread: number;
}

/** What a step does to columns that were `before` it, in their order. */
export function columnChanges(
  kind: RecipeStepKind,
  result: RecipeStepResult,
  before: readonly RecipeField[],
): ColumnChange[] {
  const whole = { cells: 0, unread: 0 };
  if (kind === 'rename') {
    // It changes names, and neither order nor number.
    return before.flatMap(({ name }, at) => {
      const now = result.fields[at]?.name ?? name;
      return now === name ? [] : [{ name: `${name} → ${now}`, what: 'renamed' as const, ...whole }];
    });
  }
  const changed = result.columns
    .filter(({ changed: cells, added, unread }) => cells > 0 || added || unread > 0)
    .map(({ field, changed: cells, added, unread }) => {
      return { name: field, what: added ? ('added' as const) : ('cells' as const), cells, unread };
    });
  const now = new Set(result.fields.map(({ name }) => name));
  const gone = before.filter(({ name }) => !now.has(name));
  return [...changed, ...gone.map(({ name }) => ({ name, what: 'gone' as const, ...whole }))];
}
