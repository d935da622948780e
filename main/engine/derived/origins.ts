import type { Dataset, Derived } from '#shared/intake/index.ts';
import type { Derivation } from './types.ts';

/** The origins of columns by name, so that a class that a source is given later reaches what was made from it. */
export function namedOrigins(
  sources: readonly Dataset[],
  origins: Derivation['origins'],
): NonNullable<Derived['origins']> {
  const names = new Map(
    sources.flatMap(({ name: table, fields }) =>
      fields.map((field): [unknown, { table: string; field: string }] => [field, { table, field: field.name }]),
    ),
  );
  const named = [...origins].map(([column, from]) => [column, from.flatMap((each) => names.get(each) ?? [])] as const);
  return Object.fromEntries(named.filter(([, from]) => from.length > 0));
}
