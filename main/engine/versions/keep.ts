import type { Dataset } from '#shared/intake/index.ts';
import type { KeptVersion } from '#shared/versions/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { dropTables } from './tables.ts';

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

/** Drops what is older than the versions that are kept: the entry first, so that a kill leaves only tables. */
export async function prune(workspace: Workspace, id: string): Promise<void> {
  const { datasets } = workspace.catalogue;
  for (const old of datasets.earlier(id).slice(keptVersions(workspace))) {
    datasets.forgetVersion(id, old.version);
    await dropTables(workspace, old);
  }
}

/** All versions of a dataset, the current one first. */
export function listVersions({ catalogue }: Workspace, id: string): KeptVersion[] {
  const current = catalogue.datasets.byId(id);
  return [current, ...catalogue.datasets.earlier(id)].map((each) => describe(each, each === current));
}

function describe(dataset: Dataset, current: boolean): KeptVersion {
  const { version, file, bytes, sha256, rows, fields, loadedAt, follows } = dataset;
  return { version, current, file, bytes, sha256, rows, fields: fields.length, loadedAt, follows: follows ?? null };
}
