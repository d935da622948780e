import type { Dataset } from '#shared/intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { dropVersion } from './dropVersion.ts';

/** Earlier versions that are kept unless the analyst says otherwise. */
const keptByDefault = 5;
const setting = 'versions.keep';

export function keptVersions({ catalogue }: Workspace): number {
  return Number(catalogue.settings.get(setting) ?? keptByDefault);
}

/** Sets how many earlier versions of each dataset are kept; those beyond go at once. */
export async function keepVersions(workspace: Workspace, keep: number): Promise<void> {
  workspace.catalogue.settings.set(setting, String(keep));
  for (const { id } of workspace.catalogue.datasets.list()) await prune(workspace, id);
}

/** Drops the versions beyond those that are kept: the entry first, so that a kill leaves only tables. */
export async function prune(workspace: Workspace, id: string): Promise<void> {
  const { datasets } = workspace.catalogue;
  for (const old of beyond(datasets.earlier(id), keptVersions(workspace))) {
    datasets.forgetVersion(id, old.version);
    await dropVersion(workspace, old);
  }
}

/** A row repaired by hand is not to cost last month's table: of those beyond, versions that repairs made go first. */
function beyond(earlier: readonly Dataset[], keep: number): Dataset[] {
  const oldestFirst = earlier.toReversed();
  const byHand = oldestFirst.filter(({ follows }) => follows?.how === 'repaired' || follows?.how === 'putBack');
  const others = oldestFirst.filter((each) => !byHand.includes(each));
  return [...byHand, ...others].slice(0, Math.max(0, earlier.length - keep));
}
