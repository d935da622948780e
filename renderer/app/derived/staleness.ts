import type { Definition } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';

/** Why a computed dataset no longer is what computing it now would give: its definition changed, or a source did. */
export type Staleness = { readonly why: 'definition' } | { readonly why: 'source'; readonly table: string };

/** Null for a dataset that is up to date, or that was not computed. A source that is itself stale counts as changed. */
export function stalenessOf(
  dataset: Dataset,
  datasets: readonly Dataset[],
  definitions: readonly Definition[],
): Staleness | null {
  const { derived } = dataset;
  if (!derived) return null;
  const definition = definitions.find((each) => {
    const kind: string = each.kind;
    return kind === derived.kind && each.name === derived.definition;
  });
  if (definition && definition.version !== derived.definitionVersion) return { why: 'definition' };
  for (const { table, version } of derived.sources) {
    const source = datasets.find(({ name }) => name === table);
    if (!source) continue;
    if (source.version !== version || stalenessOf(source, datasets, definitions)) return { why: 'source', table };
  }
  return null;
}
