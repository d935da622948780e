import type { Definition } from '../contract/definitions.ts';
import type { Dataset } from '../intake/index.ts';
import type { FieldRef } from '../segments/index.ts';
import { fieldsUsed } from './fieldsUsed.ts';

/** How much of what was imported is of use: fields that a saved definition names, of all. */
export interface Utilisation {
  readonly used: number;
  readonly fields: number;
}

export interface Utilisations {
  /** Over all imported datasets. */
  readonly all: Utilisation;
  /** By dataset id, computed datasets too. */
  readonly datasets: ReadonlyMap<string, Utilisation & { readonly unused: readonly string[] }>;
}

/**
 * Data utilisation (formulas.md): imported fields used by at least one saved definition / imported fields. A field of a
 * computed dataset that is used counts for the fields that it was made from.
 */
export function utilisation(datasets: readonly Dataset[], definitions: readonly Definition[]): Utilisations {
  const funnels = new Map(
    definitions.flatMap((each) => (each.kind === 'funnel' ? [[each.name, each.body.table] as const] : [])),
  );
  const byName = new Map(datasets.map((each) => [each.name, each]));
  const used = new Set<string>();
  // A list that grows while it is walked: what a used field was made from comes later in it.
  const found = definitions.flatMap((each) => fieldsUsed(each, (funnel) => funnels.get(funnel) ?? null));
  for (const ref of found) {
    if (used.has(keyOf(ref))) continue;
    used.add(keyOf(ref));
    const origins = new Map(Object.entries(byName.get(ref.table)?.derived?.origins ?? {}));
    found.push(...(origins.get(ref.field) ?? []));
  }
  const each = new Map(
    datasets.map(({ id, name: table, fields }) => {
      const unused = fields.map(({ name }) => name).filter((field) => !used.has(keyOf({ table, field })));
      return [id, { used: fields.length - unused.length, fields: fields.length, unused }];
    }),
  );
  const imported = datasets.filter(({ derived }) => derived === undefined).flatMap(({ id }) => each.get(id) ?? []);
  const sum = (of: keyof Utilisation) => imported.reduce((total, one) => total + one[of], 0);
  return { all: { used: sum('used'), fields: sum('fields') }, datasets: each };
}

const keyOf = ({ table, field }: FieldRef): string => JSON.stringify([table, field]);
