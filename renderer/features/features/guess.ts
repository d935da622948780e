import { type ClientsDefinition, rolesOf } from '#shared/clients/index.ts';
import { type Aggregate, type Feature, fieldNeed, takesType } from '#shared/features/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';

export interface FactTable {
  readonly dataset: Dataset;
  readonly roles: ReturnType<typeof rolesOf>;
}

/** The tables that features can be made of, in the order of the model: those linked to the clients, but for `own`. */
export function factTables(datasets: readonly Dataset[], clients: ClientsDefinition, own: string | null): FactTable[] {
  if (clients.key.kind === 'row') return [];
  return clients.facts.flatMap((fact) => {
    const dataset = datasets.find(({ name }) => name === fact.table);
    return dataset && dataset.name !== own ? [{ dataset, roles: rolesOf(fact, dataset) }] : [];
  });
}

/** The first feature of a table: how many rows a client has, by its time where it has one. It has no name yet. */
export function firstFeature({ dataset, roles }: FactTable): Feature {
  return {
    name: '',
    table: dataset.name,
    aggregate: 'count',
    field: null,
    filters: [],
    part: [],
    time: roles.when,
    window: roles.when === null ? { kind: 'all' } : { kind: 'last', size: 90, unit: 'day' },
  };
}

/** The fields that an aggregate can be of. */
export const fieldsFor = (aggregate: Aggregate, { dataset }: FactTable): Field[] =>
  dataset.fields.filter(({ type }) => takesType(aggregate, type));

/** The field that an aggregate keeps, or is of first: the amount, where it takes one. */
export function fieldFor(aggregate: Aggregate, table: FactTable, before: string | null): string | null {
  if (fieldNeed(aggregate) === 'none') return null;
  const fields = fieldsFor(aggregate, table);
  if (fieldNeed(aggregate) === 'optional') return fields.some(({ name }) => name === before) ? before : null;
  return (
    [before, table.roles.amount].find((name) => fields.some((field) => field.name === name)) ?? fields[0]?.name ?? null
  );
}

/** Fields that can be the time of a feature. */
export const timesOf = ({ dataset }: FactTable): Field[] =>
  dataset.fields.filter(
    ({ type, sensitivity }) => (type === 'date' || type === 'timestamp') && sensitivity !== 'birthDate',
  );
