import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Derivation } from './types.ts';

/** The dataset that a derivation makes anew; undefined where it makes its first. Fails with `datasetExists`, `derivedCycle`. */
export function placeFor(
  workspace: Workspace,
  { kind, definition, part, output, sources }: Pick<Derivation, 'kind' | 'definition' | 'part' | 'output' | 'sources'>,
): Dataset | undefined {
  const all = workspace.catalogue.datasets.list();
  const named = all.find(({ name }) => name === output);
  const definitions = workspace.catalogue.definitions.list();
  const known = new Set(definitions.map(({ id }) => id));
  const mine = all.filter(({ derived }) => derived?.kind === kind && derived.part === part);
  // By its name only where nothing else says whose it is: another definition may have taken the name of a renamed one.
  const own =
    mine.find(({ derived }) => derived?.definitionId !== undefined && derived.definitionId === definition.id) ??
    mine.find(
      ({ derived }) =>
        derived?.definition === definition.name &&
        (derived.definitionId === undefined || !known.has(derived.definitionId)),
    );
  const before = own ?? (named && isOrphan(workspace, named, kind) ? named : undefined);
  if (named && named.id !== before?.id) throw new AppError('conflict', 'datasetExists', { name: output });
  if (before) refuseCycle(all, before, sources);
  return before;
}

/** Made by a definition of this kind that has another name now, or is gone. */
function isOrphan(workspace: Workspace, { derived }: Dataset, kind: string): boolean {
  if (derived?.kind !== kind) return false;
  return !workspace.catalogue.definitions.list().some((each) => {
    const of: string = each.kind;
    return of === kind && (each.id === derived.definitionId || each.name === derived.definition);
  });
}

/** What is made from a dataset cannot be what the dataset is made from. */
function refuseCycle(all: readonly Dataset[], before: Dataset, sources: readonly Dataset[]): void {
  const byName = new Map(all.map((dataset) => [dataset.name, dataset]));
  const seen = new Set<string>();
  const visit = (dataset: Dataset | undefined): void => {
    if (!dataset || seen.has(dataset.id)) return;
    seen.add(dataset.id);
    for (const { table } of dataset.derived?.sources ?? []) visit(byName.get(table));
  };
  sources.forEach(visit);
  if (seen.has(before.id)) throw new AppError('validation', 'derivedCycle', { name: before.name });
}
