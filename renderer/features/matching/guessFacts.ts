import type { ClientsDefinition } from '#shared/clients/index.ts';
import { factPart } from '#shared/derived/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { MatchDefinition } from '#shared/matching/index.ts';
import { clientNumber, joinable } from './guess.ts';

/** How a table hangs on one of the lists: by a field that is called as the list's own number or as numbers of clients are. */
export function factOf(
  dataset: Dataset,
  lists: MatchDefinition['lists'],
): { table: string; field: string; list: string; sure: boolean } | null {
  const keyed = lists.filter(({ key }) => key !== null);
  const [first] = keyed;
  const keyable = dataset.fields.filter(({ type }) => type === 'text' || type === 'integer');
  for (const { key, table } of keyed) {
    if (keyable.some(({ name }) => name === key))
      return { table: dataset.name, field: key ?? '', list: table, sure: true };
  }
  const likely = keyable.find(({ name }) => clientNumber.test(name));
  const field = likely ?? dataset.fields[0];
  return first && field
    ? { table: dataset.name, field: field.name, list: first.table, sure: likely !== undefined }
    : null;
}

/** Of some tables that which most likely hangs on the lists: by its field, and rather facts than another list of people. */
export function likelyFact(datasets: readonly Dataset[], lists: MatchDefinition['lists']) {
  const people = new Set(joinable(datasets).map(({ name }) => name));
  const rank = (dataset: Dataset) => (people.has(dataset.name) ? 2 : 0) + (factOf(dataset, lists)?.sure ? 0 : 1);
  const [best] = datasets.toSorted((a, b) => rank(a) - rank(b));
  return best ? factOf(best, lists) : null;
}

/** A merged list as the client list: its number stands first, and last in each table that was made with it. */
export function clientsOf(made: Dataset, datasets: readonly Dataset[]): ClientsDefinition | null {
  const [key] = made.fields;
  if (!key) return null;
  const facts = datasets.filter(
    ({ derived }) =>
      derived?.kind === 'match' &&
      derived.definition === made.derived?.definition &&
      derived.part?.startsWith(factPart('')),
  );
  return {
    table: made.name,
    key: { kind: 'field', field: key.name },
    facts: facts.flatMap(({ name, fields }) => {
      const number = fields.at(-1);
      return number ? [{ table: name, field: number.name }] : [];
    }),
  };
}
