import { definitionOf, staleness } from '#shared/derived/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { DeriveContext } from '../derived/index.ts';
import { computeFeatures } from '../features/index.ts';
import { makeMatch } from '../matching/index.ts';
import { applyRecipe } from '../recipes/index.ts';
import type { Workspace } from '../workspace/index.ts';

/**
 * Computes anew what is stale of a dataset, of what it is made from and of what is made from it, sources first. Of a dataset
 * that was loaded from a file: of what is made from it. What can no longer be computed is passed over unless it was asked for. Returns
 * what was computed, in order; fails with the first that fails.
 */
export async function refreshDerived(workspace: Workspace, name: string, context: DeriveContext): Promise<Dataset[]> {
  const { id: asked } = workspace.catalogue.datasets.get(name);
  const made: Dataset[] = [];
  for (const id of orderOf(workspace.catalogue.datasets.list(), name)) {
    const { catalogue } = workspace;
    // Looked up again each time: what was computed before it may be a new version of its source.
    const dataset = catalogue.datasets.byId(id);
    const stale = staleness(dataset, catalogue.datasets.list(), catalogue.definitions.list());
    // One that nothing makes any more, or whose source is gone or has another name now, stays as it is, and says so.
    const lost = stale.some(({ kind }) => kind === 'definitionGone' || kind === 'sourceGone') && id !== asked;
    if (stale.length > 0 && !lost) made.push(await deriveAgain(workspace, dataset, context));
  }
  return made;
}

async function deriveAgain(workspace: Workspace, dataset: Dataset, context: DeriveContext): Promise<Dataset> {
  const { derived } = dataset;
  const definition = definitionOf(dataset, workspace.catalogue.definitions.list());
  if (!derived || !definition) {
    throw new AppError('notFound', 'definitionMissing', {
      kind: derived?.kind ?? '',
      name: derived?.definition ?? dataset.name,
    });
  }
  switch (definition.kind) {
    case 'recipe':
      return (await applyRecipe(workspace, definition.name, 'refuse', context)).dataset;
    case 'features':
      return computeFeatures(workspace, definition.name, context);
    case 'match':
      return again(await makeMatch(workspace, definition.name, context), dataset);
    default:
      throw new AppError('notFound', 'definitionMissing', { kind: derived.kind, name: derived.definition });
  }
}

/** Of the datasets that a definition makes together, the one that was asked for. */
function again(made: readonly Dataset[], { id, name }: Dataset): Dataset {
  const own = made.find((each) => each.id === id);
  if (!own) throw new AppError('notFound', 'datasetMissing', { name });
  return own;
}

/** The derived datasets that a dataset is made from, itself, and those that are made from it: each after its sources. */
function orderOf(datasets: readonly Dataset[], name: string): string[] {
  const byName = new Map(datasets.map((each) => [each.name, each]));
  const wanted = new Set<string>();
  const up = (one: string): void => {
    if (wanted.has(one)) return;
    wanted.add(one);
    for (const { table } of byName.get(one)?.derived?.sources ?? []) up(table);
  };
  up(name);
  const sourcesOf = (one: string): string[] => byName.get(one)?.derived?.sources.map(({ table }) => table) ?? [];
  const below = new Set([name]);
  for (let known = -1; known < below.size; ) {
    known = below.size;
    for (const each of datasets) if (sourcesOf(each.name).some((table) => below.has(table))) below.add(each.name);
  }
  const order: string[] = [];
  const visited = new Set<string>();
  const visit = (one: string): void => {
    const dataset = byName.get(one);
    if (!dataset || visited.has(one)) return;
    visited.add(one);
    sourcesOf(one).forEach(visit);
    if (dataset.derived && (wanted.has(one) || below.has(one))) order.push(dataset.id);
  };
  for (const one of [...wanted, ...below]) visit(one);
  return order;
}
