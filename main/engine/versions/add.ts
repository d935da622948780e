import { AppError, toAppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { isStricter } from '#shared/privacy/sensitivity.ts';
import { type Differences, differencesBetween } from '#shared/versions/index.ts';
import { underClass } from '../datasets/index.ts';
import { type IntakeContext, loadTables, type Place } from '../intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { appendTables } from './append.ts';
import { prune } from './keep.ts';
import { fromFile, planVersion } from './plan.ts';
import { dropTables, type TableId, takeTables } from './tables.ts';

/** How what was computed from the version before is dropped. */
export type Forget = () => Promise<void>;

/** A newer file in the place of a dataset, or after its rows. */
export interface Addition {
  readonly dataset: string;
  readonly mode: 'replace' | 'append';
  readonly place: Place;
}

/**
 * Makes the next version of a dataset out of a newer file; see `versions.add` of the contract. All or nothing, also on
 * cancel: what a kill leaves is no dataset's table and goes with the next sweep.
 */
export async function addVersion(
  workspace: Workspace,
  { dataset: id, mode, place }: Addition,
  context: IntakeContext,
  forget: Forget,
): Promise<{ dataset: Dataset; differences: Differences }> {
  const before = fromFile(workspace, id);
  const job = workspace.catalogue.jobs.start('import', before.name);
  const next = { id, version: before.version + 1 };
  try {
    const { options } = await planVersion(workspace, before, place, context);
    const loaded = await loadTables(workspace, place, before.name, options, context, 'skip');
    try {
      const made = await makeNext(workspace, before, loaded, next, mode, context);
      await settle(workspace, before, made, context, forget);
      workspace.catalogue.jobs.finish(job, 'done');
      return { dataset: made, differences: differencesBetween(before.fields, loaded.fields) };
    } finally {
      await dropTables(workspace, loaded);
    }
  } catch (thrown) {
    const error = toAppError(thrown);
    workspace.catalogue.jobs.finish(job, error.code === 'cancelled' ? 'cancelled' : 'failed', error.messageId);
    throw error;
  }
}

async function makeNext(
  workspace: Workspace,
  before: Dataset,
  loaded: Dataset,
  next: TableId,
  mode: Addition['mode'],
  context: IntakeContext,
): Promise<Dataset> {
  try {
    if (mode === 'append') {
      const made = await appendTables(workspace, before, loaded, next, context);
      return { ...made, follows: { how: 'appended', version: before.version } };
    }
    await takeTables(workspace, loaded, next);
    const fields = loaded.fields.map((field) => withClass(field, before.fields));
    return { ...loaded, ...next, fields, follows: { how: 'replaced', version: before.version } };
  } catch (thrown) {
    await dropTables(workspace, next);
    throw thrown;
  }
}

/** A field keeps its class where that is the stricter one: the analyst may have set it. */
export function withClass(field: Field, before: readonly Field[]): Field {
  const earlier = before.find(({ name }) => name.toLowerCase() === field.name.toLowerCase());
  if (!earlier || !isStricter(earlier.sensitivity, field.sensitivity)) return field;
  return underClass(field, earlier.sensitivity);
}

/** Puts a made version in its place, unless the dataset was changed meanwhile. */
export async function settle(
  workspace: Workspace,
  before: Dataset,
  made: Dataset,
  context: IntakeContext,
  forget: Forget,
): Promise<void> {
  const { catalogue } = workspace;
  let placed = false;
  try {
    await forget();
    if (context.signal?.aborted) throw new AppError('cancelled', 'cancelled');
    if (JSON.stringify(catalogue.datasets.byId(before.id)) !== JSON.stringify(before))
      throw new AppError('conflict', 'datasetMoved', { name: before.name });
    catalogue.datasets.supersede(made);
    placed = true;
  } finally {
    if (!placed) await dropTables(workspace, made);
  }
  const { name, version, file, sha256, bytes, rows, quarantined, follows } = made;
  if (follows?.how === 'restored') catalogue.audit.append('restore', name, { version, from: follows.version, rows });
  else catalogue.audit.append('import', name, { file, sha256, bytes, rows, quarantined, version });
  workspace.emit({ type: 'dataChanged', table: name, version });
  await prune(workspace, made.id);
}
