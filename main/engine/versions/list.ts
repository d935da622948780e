import type { Dataset } from '#shared/intake/index.ts';
import type { KeptVersion } from '#shared/versions/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** All versions of a dataset, the current one first. */
export function listVersions({ catalogue }: Workspace, id: string): KeptVersion[] {
  const current = catalogue.datasets.byId(id);
  return [current, ...catalogue.datasets.earlier(id)].map((each) => describe(each, each === current));
}

function describe(dataset: Dataset, current: boolean): KeptVersion {
  const { version, file, bytes, sha256, rows, fields, loadedAt, follows } = dataset;
  return { version, current, file, bytes, sha256, rows, fields: fields.length, loadedAt, follows: follows ?? null };
}
