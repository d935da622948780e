import type { ColumnOption, Dataset, ReadOptions } from '#shared/intake/index.ts';
import type { Playbook } from '#shared/playbook/index.ts';
import { forgetComputed } from '../derived/index.ts';
import { hashOf, type IntakeContext, inspect, isRepairedBy, load, repairFromSheet } from '../intake/index.ts';
import { addVersion, hashOfBoth, replaceVersion } from '../versions/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { areOptionsAlike, isReadAlike } from './readAlike.ts';

/** The files of a dataset: the first, and those whose rows follow its own, in order. */
export interface DataFiles {
  readonly first: string;
  readonly appended: readonly string[];
  /** The mended rows of all of them; null where there are none, or where the analyst mends them by hand. */
  readonly repairs: string | null;
}

/**
 * Sees to it that a dataset of this name holds these files, read this way. What it holds already is kept: the first of them
 * otherwise becomes its next version, each that is appended the one after, and the mended rows the last. A file that cannot be loaded changes
 * nothing; the versions made of those before it stay.
 */
export async function provideDataset(
  workspace: Workspace,
  { name, options = {} }: Playbook['data'][number],
  files: DataFiles,
  context: IntakeContext,
): Promise<Dataset> {
  const present = workspace.catalogue.datasets.find(name);
  const held = present ? await heldOf(workspace, present, files, options, context) : 0;
  const forget = async () => (present ? forgetComputed(workspace, present.id) : undefined);
  let dataset = present && held > 0 ? present : await provideFirst();
  for (const place of files.appended.slice(Math.max(0, held - 1))) {
    dataset = (await addVersion(workspace, { dataset: dataset.id, mode: 'append', place }, context, forget)).dataset;
  }
  if (files.repairs === null) return dataset;
  return (await repairFromSheet(workspace, dataset, files.repairs, context, forget)).dataset;

  function provideFirst(): Promise<Dataset> {
    if (!present) return load(workspace, files.first, name, options, context);
    const next = { before: present, place: files.first, options, unsaid: 'skip' as const };
    return replaceVersion(workspace, next, context, forget);
  }
}

/** How many of the files a dataset holds, from the first on and nothing else; 0 where it has to be made anew. */
async function heldOf(
  workspace: Workspace,
  dataset: Dataset,
  { first, appended, repairs }: DataFiles,
  options: ReadOptions,
  context: IntakeContext,
): Promise<number> {
  // What was made from a file has that file's hash, and other rows.
  if (dataset.derived !== undefined) return 0;
  const preview = await inspect(workspace, first, options, context);
  // A folder is compared by loading it: there may be more in it.
  if (preview.together) return 0;
  const isAlike =
    dataset.parts === undefined
      ? preview.bytes === dataset.bytes && isReadAlike(dataset, preview, options)
      : areOptionsAlike(dataset, preview, options) && keepsColumns(dataset, options);
  if (!isAlike) return 0;
  // What else it was repaired with belongs to no playbook.
  if (repairs !== null && !(await isRepairedBy(workspace, dataset, repairs, context))) return 0;
  let hash = await hashOf(workspace, first, dataset, context);
  for (let held = 1; hash !== dataset.sha256; held++) {
    const next = appended[held - 1];
    if (next === undefined) return 0;
    hash = hashOfBoth(hash, await hashOf(workspace, next, dataset, context));
    if (hash === dataset.sha256) return held + 1;
  }
  return 1;
}

/** Whether what is said of columns is so in a dataset. A type that a file widened is not, and the files are read anew. */
function keepsColumns({ fields }: Dataset, { columns = [] }: ReadOptions): boolean {
  const isKept = ({ column, name = column, type, skip }: ColumnOption) => {
    const field = fields.find((each) => each.name === name);
    return skip ? field === undefined : field !== undefined && (type === undefined || field.type === type);
  };
  return columns.every(isKept);
}
