import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import type { MatchDefinition, MatchList, MatchRole } from '#shared/matching/index.ts';
import { type Sensitivity, strictest } from '#shared/privacy/sensitivity.ts';
import { fieldOf } from '../datasets/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** A list with what it has of the attributes. */
export interface ListInput {
  readonly list: MatchList;
  readonly dataset: Dataset;
  /** By attribute; null where the list has none. */
  readonly fields: readonly (Field | null)[];
  readonly key: Field | null;
  readonly date: Field | null;
}

export interface MatchInputs {
  readonly definition: MatchDefinition;
  readonly lists: readonly ListInput[];
  /** The class of each attribute: the strictest of its fields. */
  readonly classes: readonly Sensitivity[];
}

/** Looks up every table and field that a definition names. Fails with `datasetMissing`, `fieldMissing`. */
export function inputsOf({ catalogue }: Workspace, definition: MatchDefinition): MatchInputs {
  const lists = definition.lists.map((list): ListInput => {
    const dataset = catalogue.datasets.get(list.table);
    const field = (name: string | null | undefined) =>
      name === null || name === undefined ? null : fieldOf(dataset, name);
    return {
      list,
      dataset,
      fields: definition.attributes.map(({ name }) => field(list.fields[name])),
      key: field(list.key),
      date: field(list.date),
    };
  });
  const classes = definition.attributes.map((_, i) => {
    const own = lists.flatMap(({ fields }) => fields[i]?.sensitivity ?? []);
    return strictest(own) ?? 'internal';
  });
  if (classes.includes('secret')) {
    const name = definition.attributes[classes.indexOf('secret')]?.name ?? '';
    throw new AppError('permission', 'secretNotShown', { field: name });
  }
  return { definition, lists, classes };
}

/** The field that a list has for a role. */
export function fieldFor({ definition, lists }: MatchInputs, at: number, role: MatchRole): Field | null {
  const attribute = definition.attributes.findIndex((each) => each.role === role);
  return lists[at]?.fields[attribute] ?? null;
}
