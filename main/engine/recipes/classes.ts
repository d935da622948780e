import type { Field } from '#shared/intake/index.ts';
import { alteredClass, type Sensitivity, strictest } from '#shared/privacy/sensitivity.ts';
import type { RecipeField } from '#shared/recipes/index.ts';
import { suggestSensitivity } from '../intake/index.ts';
import type { Column } from './types.ts';

/** The class of a column on the way: of the fields that it was made from, or what its name suggests. */
export function classOf({ name, type, origins, altered }: Column): Sensitivity {
  const inherited = strictest(origins.map(({ sensitivity }) => sensitivity)) ?? suggestSensitivity(name, type, []);
  return altered ? alteredClass(inherited) : inherited;
}

export function shownColumn(column: Column): RecipeField {
  return { name: column.name, type: column.type, sensitivity: classOf(column) };
}

export function shownField({ name, type, sensitivity }: Field): RecipeField {
  return { name, type, sensitivity };
}
