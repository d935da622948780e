import type { Dataset } from '#shared/intake/index.ts';
import type { MatchDefinition, MatchKey } from '#shared/matching/index.ts';
import { clientNumberIn } from './guess.ts';

type Attributes = MatchDefinition['attributes'];

/**
 * What changes with the attributes. A client number is a key as soon as one of them is one, behind the numbers that are the same
 * everywhere: whoever puts it to both lists says that they share one numbering. Lists without a field for it get theirs.
 */
export function withAttributes(
  { attributes: before, keys, lists }: Pick<MatchDefinition, 'attributes' | 'keys' | 'lists'>,
  attributes: Attributes,
  datasets: readonly Dataset[],
): Partial<MatchDefinition> {
  const number = numberIn(attributes);
  if ((number === undefined) === (numberIn(before) === undefined)) return { attributes };
  const others: readonly MatchKey[] = keys.filter((key) => key !== 'clientNumber');
  if (number === undefined) return { attributes, keys: [...others] };
  const behind = others.findLastIndex((key) => key === 'creditCode' || key === 'idNumber') + 1;
  return {
    attributes,
    keys: others.toSpliced(behind, 0, 'clientNumber'),
    lists: lists.map((list) => {
      const dataset = datasets.find(({ name }) => name === list.table);
      const field = list.fields[number] ?? (dataset && clientNumberIn(dataset, number));
      return field === undefined ? list : { ...list, fields: { ...list.fields, [number]: field } };
    }),
  };
}

const numberIn = (attributes: Attributes) => attributes.find(({ role }) => role === 'clientNumber')?.name;
