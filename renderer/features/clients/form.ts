import { type ClientsDefinition, type FactRoles, suggestWho } from '#shared/clients/index.ts';
import type { Dataset } from '#shared/intake/index.ts';

/** The client model while it is being filled in: what is not chosen yet is null. */
export interface ClientsForm {
  table: string | null;
  key: { kind: 'row' } | { kind: 'field'; field: string | null };
  facts: readonly { table: string; field: string | null; roles?: FactRoles | undefined }[];
  /** Said where the balance of channels is shown; here it is only kept. */
  sides?: ClientsDefinition['sides'];
}

export const emptyForm: ClientsForm = { table: null, key: { kind: 'field', field: null }, facts: [] };

/** The model that a form stands for, without the links that are not complete; null while list or key is missing. */
export function toDefinition(form: ClientsForm): ClientsDefinition | null {
  if (form.table === null) return null;
  const sides = form.sides && { sides: form.sides };
  if (form.key.kind === 'row') return { table: form.table, key: { kind: 'row' }, facts: [], ...sides };
  if (form.key.field === null) return null;
  const facts = form.facts.flatMap(({ table, field, roles }) =>
    field === null ? [] : [{ table, field, ...(roles && { roles }) }],
  );
  return { table: form.table, key: { kind: 'field', field: form.key.field }, facts, ...sides };
}

const likelyKeyName = /(编号|代码|客户号|号$|\bid\b|_id$|key|code)/i;

/** The field that most likely tells clients apart: nearly all different, never empty, named like a key. */
export function likelyKey(dataset: Dataset): string | null {
  const candidates = dataset.fields
    .filter((field) => field.nulls <= dataset.rows * 0.02 && field.approximateDistinct >= dataset.rows * 0.9)
    .filter((field) => field.type === 'text' || field.type === 'integer');
  return (candidates.find((field) => likelyKeyName.test(field.name)) ?? null)?.name ?? null;
}

/**
 * Tables not linked yet that have a field named like the key, or like a client; not those that the list, or a table linked to
 * it, was made from: the numbers in those are the old ones.
 */
export function likelyFacts(form: ClientsForm, datasets: readonly Dataset[]): { table: string; field: string }[] {
  const key = form.key.kind === 'field' ? form.key.field : null;
  if (key === null) return [];
  const linked = [form.table, ...form.facts.map((fact) => fact.table)];
  const taken = new Set(linked.flatMap((table) => [...madeFrom(table, datasets)]));
  return datasets.flatMap((dataset) => {
    const field = taken.has(dataset.name) || dataset.derived ? null : suggestWho(dataset, key);
    return field === null ? [] : [{ table: dataset.name, field }];
  });
}

/** A table and all that it was made from, at first or second hand. */
function madeFrom(table: string | null, datasets: readonly Dataset[]): ReadonlySet<string | null> {
  const found = new Set([table]);
  for (const name of found)
    for (const source of datasets.find((each) => each.name === name)?.derived?.sources ?? []) found.add(source.table);
  return found;
}
