import type { Dataset } from '#shared/intake/index.ts';
import type { MatchDefinition } from '#shared/matching/index.ts';

type Attribute = MatchDefinition['attributes'][number];

/**
 * The fields of the lists that no attribute takes yet, each as an attribute of its own; those of one name in several lists are
 * one. Without the lists' own numbers. null: there are none, or more than a definition may have.
 */
export function withRest(
  { attributes, lists, idColumn }: MatchDefinition,
  datasets: readonly Dataset[],
): { part: Pick<MatchDefinition, 'attributes' | 'lists'>; count: number } | null {
  const rest = new Map<string, string>();
  const used = new Set([idColumn, ...attributes.map(({ name }) => name)].map((name) => name.toLowerCase()));
  const filled = lists.map((list) => {
    const taken = new Set([list.key, ...Object.values(list.fields)]);
    const fields = datasets.find(({ name }) => name === list.table)?.fields ?? [];
    const free = fields.filter(({ name, sensitivity }) => !taken.has(name) && sensitivity !== 'secret');
    const added = free.map(({ name }) => {
      const known = rest.get(name.toLowerCase());
      if (known !== undefined) return [known, name] as const;
      const own = unused(name, used);
      used.add(own.toLowerCase());
      rest.set(name.toLowerCase(), own);
      return [own, name] as const;
    });
    return { ...list, fields: { ...list.fields, ...Object.fromEntries(added) } };
  });
  const more = [...rest.values()].map((name): Attribute => ({ name, role: 'other', rule: { kind: 'first' } }));
  if (more.length === 0 || attributes.length + more.length > mostAttributes) return null;
  return { part: { attributes: [...attributes, ...more], lists: filled }, count: more.length };
}

const mostAttributes = 200;

function unused(name: string, used: ReadonlySet<string>): string {
  let [free, number] = [name, 2];
  while (used.has(free.toLowerCase())) free = `${name} ${number++}`;
  return free;
}
