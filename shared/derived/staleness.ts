import type { Definition } from '../contract/definitions.ts';
import type { Dataset } from '../intake/index.ts';

/** Why a computed dataset no longer says what computing it again would: its definition, or a table that it came from. */
export type StaleReason =
  | { readonly kind: 'definition' | 'definitionGone' }
  | { readonly kind: 'source' | 'sourceGone'; readonly table: string };

/**
 * The definition of a computed dataset, which still makes it: by what it is known by; in those of earlier versions by its name or,
 * where it was renamed since, by the dataset that it makes.
 */
export function definitionOf<D extends Pick<Definition, 'id' | 'kind' | 'name' | 'body'>>(
  { name, derived }: Pick<Dataset, 'name' | 'derived'>,
  definitions: readonly D[],
): D | undefined {
  const kind: string | undefined = derived?.kind;
  const all = definitions.filter((each) => each.kind === kind);
  const found =
    all.find((each) => each.id === derived?.definitionId) ??
    all.find((each) => each.name === derived?.definition) ??
    all.find(({ body }) => 'output' in body && body.output === name);
  return found && makes(found.body, derived?.part) ? found : undefined;
}

/** A table of facts may have been taken out of the merged list that it was made with. */
function makes(body: Definition['body'], part: string | undefined): boolean {
  if (part === undefined || !part.startsWith(factPart('')) || !('facts' in body)) return true;
  return body.facts.some(({ table }) => factPart(table) === part);
}

/** The part of a definition of merged lists that is the facts of this table. */
export const factPart = (table: string): string => `fact:${table}`;

/** Why a dataset is stale; nothing where it is not, or was not computed. Stale sources make what comes from them stale. */
export function staleness(
  dataset: Dataset,
  datasets: readonly Dataset[],
  definitions: readonly Pick<Definition, 'id' | 'kind' | 'name' | 'version' | 'savedAt' | 'body'>[],
): StaleReason[] {
  const byName = new Map(datasets.map((each) => [each.name, each]));
  const known = new Map<string, StaleReason[]>();
  const visit = (one: Dataset): StaleReason[] => {
    const { derived } = one;
    const present = known.get(one.id);
    if (present) return present;
    known.set(one.id, []);
    if (!derived) return [];
    const definition = definitionOf(one, definitions);
    const reasons: StaleReason[] = [];
    if (!definition) reasons.push({ kind: 'definitionGone' });
    else if (definition.version !== derived.definitionVersion || isSavedSince(one, definition, definitions))
      reasons.push({ kind: 'definition' });
    for (const { table, version } of derived.sources) {
      const source = byName.get(table);
      if (!source) reasons.push({ kind: 'sourceGone', table });
      // A table that was replaced as a whole begins at version 1 again, and is newer.
      else if (source.version !== version || source.loadedAt > one.loadedAt || visit(source).length > 0)
        reasons.push({ kind: 'source', table });
    }
    known.set(one.id, reasons);
    return reasons;
  };
  return visit(dataset);
}

/** Whether another definition of the same name was made since, or who the clients are was, whom features are counted for. */
function isSavedSince(
  { derived, loadedAt }: Dataset,
  own: Pick<Definition, 'savedAt'>,
  definitions: readonly Pick<Definition, 'kind' | 'savedAt'>[],
): boolean {
  const models = derived?.kind === 'features' ? definitions.filter(({ kind }) => kind === 'clients') : [];
  return [own, ...models].some(({ savedAt }) => savedAt > loadedAt);
}
