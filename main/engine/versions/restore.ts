import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { type Forget, succeed } from '../datasets/index.ts';
import type { IntakeContext } from '../intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { withClass } from './add.ts';
import { fromFile } from './plan.ts';
import { copyTables } from './tables.ts';

/** A version of a dataset, the current one or an earlier one. Fails with `versionGone`. */
export function versionOfDataset({ catalogue }: Workspace, id: string, version: number): Dataset {
  const current = catalogue.datasets.byId(id);
  const found = [current, ...catalogue.datasets.earlier(id)].find((each) => each.version === version);
  if (!found) throw new AppError('notFound', 'versionGone', { name: current.name, version });
  return found;
}

/** Makes an earlier version the newest one again, as a version of its own: going back can be gone back on. */
export async function restoreVersion(
  workspace: Workspace,
  wanted: { readonly dataset: string; readonly version: number },
  context: IntakeContext,
  forget: Forget,
): Promise<Dataset> {
  const before = fromFile(workspace, wanted.dataset);
  const old = versionOfDataset(workspace, wanted.dataset, wanted.version);
  if (old.version === before.version) return before;
  const onProgress = (share: number) => context.progress?.({ stage: 'loading', share });
  return succeed(workspace, {
    ...{ before, forget, signal: context.signal },
    async make(next) {
      await copyTables(workspace, old, next, { signal: context.signal, onProgress });
      const fields = old.fields.map((field) => withClass(field, before.fields));
      return { ...old, ...next, fields, name: before.name, follows: { how: 'restored', version: old.version } };
    },
    record: ({ name, version, rows }) =>
      workspace.catalogue.audit.append('restore', name, { version, from: old.version, rows }),
  });
}
