import { toAppError } from '#shared/errors/index.ts';
import type { Dataset, Field, ReadOptions } from '#shared/intake/index.ts';
import { isStricter } from '#shared/privacy/sensitivity.ts';
import { type Differences, differencesBetween } from '#shared/versions/index.ts';
import { dropVersion, type Forget, succeed, type TableId, underClass } from '../datasets/index.ts';
import { type IntakeContext, loadTables, type Place, recordImport, type UnsaidSecrets } from '../intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { appendTables } from './append.ts';
import { fromFile, planVersion } from './plan.ts';
import { takeTables } from './tables.ts';

/** A newer file in the place of a dataset, or after its rows. */
interface Addition {
  readonly dataset: string;
  readonly mode: 'replace' | 'append';
  readonly place: Place;
}

/** Makes the next version of a dataset out of a newer file, read as the one before was; see `versions.add` of the contract. */
export async function addVersion(
  workspace: Workspace,
  { dataset: id, mode, place }: Addition,
  context: IntakeContext,
  forget: Forget,
): Promise<{ dataset: Dataset; differences: Differences }> {
  const before = fromFile(workspace, id);
  const optionsOf = async () => (await planVersion(workspace, before, place, context)).options;
  const make = makerOf(workspace, before, mode, context);
  return loadNext(workspace, { before, place, optionsOf, unsaid: 'skip', make }, context, forget);
}

/** Makes the next version of a dataset out of a file, read as `options` say. */
export async function replaceVersion(
  workspace: Workspace,
  how: { before: Dataset; place: Place; options: ReadOptions; unsaid: UnsaidSecrets },
  context: IntakeContext,
  forget: Forget,
): Promise<Dataset> {
  const optionsOf = async () => how.options;
  const next = { ...how, optionsOf, make: makerOf(workspace, how.before, 'replace', context) };
  return (await loadNext(workspace, next, context, forget)).dataset;
}

/** Makes the tables of the next version out of those that were loaded, and says what it is. */
type Maker = (loaded: Dataset, next: TableId) => Promise<Dataset>;

interface Next {
  readonly before: Dataset;
  readonly place: Place;
  readonly optionsOf: () => Promise<ReadOptions>;
  readonly unsaid: UnsaidSecrets;
  readonly make: Maker;
}

/** The file is loaded into tables of its own first: while it is, others may read and change the dataset. */
export async function loadNext(
  workspace: Workspace,
  { before, place, optionsOf, unsaid, make }: Next,
  context: IntakeContext,
  forget: Forget,
): Promise<{ dataset: Dataset; differences: Differences }> {
  const { catalogue } = workspace;
  const job = catalogue.jobs.start('import', before.name);
  try {
    const loaded = await loadTables(workspace, place, before.name, await optionsOf(), context, unsaid);
    try {
      const dataset = await succeed(workspace, {
        ...{ before, forget, signal: context.signal },
        make: (next) => make(loaded, next),
        record: (made) => recordImport(catalogue, made),
      });
      catalogue.jobs.finish(job, 'done');
      return { dataset, differences: differencesBetween(before.fields, loaded.fields) };
    } finally {
      await dropVersion(workspace, loaded);
    }
  } catch (thrown) {
    const error = toAppError(thrown);
    catalogue.jobs.finish(job, error.code === 'cancelled' ? 'cancelled' : 'failed', error.messageId);
    throw error;
  }
}

function makerOf(workspace: Workspace, before: Dataset, mode: Addition['mode'], context: IntakeContext): Maker {
  return async (loaded, next) => {
    if (mode === 'append') {
      const made = await appendTables(workspace, before, loaded, next, context);
      return { ...made, follows: { how: 'appended', version: before.version } };
    }
    await takeTables(workspace, loaded, next);
    const fields = loaded.fields.map((field) => withClass(field, before.fields));
    const how = loaded.sha256 === before.sha256 && !before.derived ? 'reread' : 'replaced';
    return { ...loaded, ...next, fields, follows: { how, version: before.version } };
  };
}

/** A field keeps its class where that is the stricter one: the analyst may have set it. */
export function withClass(field: Field, before: readonly Field[]): Field {
  const earlier = before.find(({ name }) => name.toLowerCase() === field.name.toLowerCase());
  if (!earlier || !isStricter(earlier.sensitivity, field.sensitivity)) return field;
  return underClass(field, earlier.sensitivity);
}
