import { resolve } from 'node:path';
import { AppError, toAppError } from '#shared/errors/index.ts';
import type { Dataset, ReadOptions } from '#shared/intake/index.ts';
import { maskText } from '#shared/privacy/text.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { IntakeContext } from './context.ts';
import { dropTables, loadSource, targetOf } from './loadFile.ts';
import { type Place, withPlace } from './place.ts';
import type { UnsaidSecrets } from './secrets.ts';
import { loadTogether } from './together/load.ts';

/** Loads a file as a new dataset: all of it or, on any failure and on cancel, nothing. */
export async function load(
  workspace: Workspace,
  place: Place,
  name: string,
  options: ReadOptions,
  context: IntakeContext,
  unsaid: UnsaidSecrets = 'skip',
): Promise<Dataset> {
  const { catalogue } = workspace;
  if (catalogue.datasets.find(name)) throw new AppError('conflict', 'datasetExists', { name });
  const job = catalogue.jobs.start('import', name);
  try {
    const dataset = await loadTables(workspace, place, name, options, context, unsaid);
    await keep(workspace, dataset);
    catalogue.jobs.finish(job, 'done');
    workspace.emit({ type: 'dataChanged', table: dataset.name, version: dataset.version });
    return dataset;
  } catch (thrown) {
    const error = toAppError(thrown);
    catalogue.jobs.finish(job, error.code === 'cancelled' ? 'cancelled' : 'failed', error.messageId);
    throw error;
  }
}

/** Loads what was chosen into tables of its own, which no dataset owns yet. */
export async function loadTables(
  workspace: Workspace,
  place: Place,
  name: string,
  options: ReadOptions,
  context: IntakeContext,
  unsaid: UnsaidSecrets,
): Promise<Dataset> {
  const dataset = await withPlace(workspace.warehouse, place, options, context, {
    one: async (source, archive) => {
      // Before: what fails after would leave the tables.
      const facts = await archive?.facts();
      const loaded = await loadSource(workspace, source, name, options, context, unsaid);
      return archive ? { ...loaded, ...facts, options: { ...loaded.options, entry: archive.entry } } : loaded;
    },
    many: (parts) => loadTogether(workspace, parts, name, options, context, unsaid),
  });
  const paths = [place].flat().map((path) => resolve(path));
  return { ...dataset, readFrom: [{ paths, sha256: dataset.sha256 }] };
}

async function keep(workspace: Workspace, dataset: Dataset): Promise<void> {
  try {
    register(workspace, dataset);
  } catch (thrown) {
    await dropTables(workspace.warehouse, targetOf(dataset.id));
    throw thrown;
  }
}

/** The catalogue has the last word: a name may have been taken in the meantime. */
function register({ catalogue }: Workspace, dataset: Dataset): void {
  catalogue.datasets.add(dataset);
  recordImport(catalogue, dataset);
}

/** Writes down which file came in, what was left out of it, and why a column that looks like a secret was not. */
export function recordImport({ audit }: Catalogue, dataset: Dataset): void {
  const { name, version, rows, quarantined, bytes, sha256, file } = dataset;
  const skipped = (dataset.options.columns ?? []).filter(({ skip }) => skip).map(({ column }) => column);
  audit.append('import', name, {
    ...{ file, sha256, bytes, rows, quarantined },
    ...(skipped.length === 0 ? {} : { skipped: skipped.join(', ') }),
    ...(version === 1 ? {} : { version }),
  });
  for (const { column, name: renamed, skip, reason } of dataset.options.columns ?? []) {
    if (skip !== false || reason === undefined) continue;
    const field = renamed ?? column;
    const to = dataset.fields.find((each) => each.name === field)?.sensitivity ?? 'internal';
    audit.append('sensitivity', name, { field, from: 'secret', to, reason: maskText(reason) });
  }
}
