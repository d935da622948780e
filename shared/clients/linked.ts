import type { Dataset } from '../intake/index.ts';
import type { ClientsDefinition } from './definition.ts';

/**
 * The model with every features dataset as a fact: they are linked by being made, by their first field, which is the key. What
 * the model says of a table goes before.
 */
export function linkedClients(model: ClientsDefinition, datasets: readonly Dataset[]): ClientsDefinition {
  if (model.key.kind === 'row') return model;
  const known = new Set([model.table, ...model.facts.map(({ table }) => table)]);
  const made = datasets.filter(({ name, derived }) => derived?.kind === 'features' && !known.has(name));
  const links = made.flatMap(({ name, fields: [key] }) => (key ? [{ table: name, field: key.name }] : []));
  return links.length === 0 ? model : { ...model, facts: [...model.facts, ...links] };
}
