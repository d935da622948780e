import { AppError } from '#shared/errors/index.ts';

/**
 * Names that cannot stand beside each other in a table. DuckDB would give the second of two that differ by case only another
 * name, under which nobody looks for its class; `rowid` would hide the number of the row.
 */
export function refuseBadColumns(columns: readonly { name: string }[]): void {
  const taken = new Set<string>();
  for (const { name } of columns) {
    const key = name.toLowerCase();
    if (name.trim() === '' || key === 'rowid') throw new AppError('validation', 'recipeNameUnusable', { field: name });
    if (taken.has(key)) throw new AppError('validation', 'featureNameTaken', { name });
    taken.add(key);
  }
}
