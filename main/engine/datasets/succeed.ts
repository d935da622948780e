import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { dropVersion, type TableId } from './dropVersion.ts';
import { inTurn } from './inTurn.ts';
import { prune } from './keep.ts';

/** How what was computed from the version before is dropped. */
export type Forget = () => Promise<void>;

/** What makes the next version of a dataset. */
export interface Succession {
  /** The version that it follows, as it was when the work began. */
  readonly before: Dataset;
  /** Fills the tables of the next version and says what it is. */
  readonly make: (next: TableId) => Promise<Dataset>;
  readonly forget: Forget;
  /** For the audit log, once it has its place. */
  readonly record: (made: Dataset) => void;
  readonly signal: AbortSignal | undefined;
}

/** What makes the first version of a dataset, or the next. */
export interface Start extends Omit<Succession, 'before'> {
  readonly before: Dataset | undefined;
}

/**
 * The one way in which a dataset gets its next version: tables first, the catalogue second, and the version before stays as
 * an earlier one. All or nothing, also on cancel; a kill leaves tables that no dataset owns, for the next sweep. Fails with
 * `datasetMoved` where the dataset was changed meanwhile: a class that was set is not to be lost, nor another version.
 */
export async function succeed(workspace: Workspace, succession: Succession): Promise<Dataset> {
  const [made] = await succeedTogether(workspace, [succession]);
  if (!made) throw new AppError('internal', 'internal', {}, { detail: 'nothing was made' });
  return made;
}

/** The same for datasets that are of use only together, some of which may be new: they take their places in one change, or none does. */
export function succeedTogether(workspace: Workspace, starts: readonly Start[]): Promise<Dataset[]> {
  const all = starts.map((start) => ({ ...start, own: nextOf(start.before) }));
  const refuseMoved = () => {
    for (const { before } of all) if (before) refuseIfMoved(workspace, before);
  };
  return inTheirTurn(workspace, all.map(({ own }) => own.id).toSorted(), async () => {
    refuseMoved();
    let placed = false;
    try {
      const made: { dataset: Dataset; start: Start }[] = [];
      for (const start of all) made.push({ dataset: withControls(await start.make(start.own), start.before), start });
      for (const { forget } of all) await forget();
      if (all.some(({ signal }) => signal?.aborted)) throw new AppError('cancelled', 'cancelled');
      refuseMoved();
      workspace.catalogue.together(() => {
        for (const { dataset, start } of made) place(workspace, dataset, start);
      });
      placed = true;
      for (const { dataset, start } of made) tell(workspace, dataset, start.before);
      for (const { dataset } of made) await prune(workspace, dataset.id);
      return made.map(({ dataset }) => dataset);
    } finally {
      if (!placed) for (const { own } of all) await dropVersion(workspace, own);
    }
  });
}

const nextOf = (before: Dataset | undefined): TableId => ({
  id: before?.id ?? randomBytes(6).toString('hex'),
  version: (before?.version ?? 0) + 1,
});

/** What the analyst expects of a dataset is expected of each version of it. */
function withControls({ controls: _, ...made }: Dataset, before: Dataset | undefined): Dataset {
  return before?.controls ? { ...made, controls: before.controls } : made;
}

function refuseIfMoved({ catalogue }: Workspace, before: Dataset): void {
  if (!isDeepStrictEqual(catalogue.datasets.byId(before.id), before))
    throw new AppError('conflict', 'datasetMoved', { name: before.name });
}

/** Waits for one after the other, in an order that all have in common: none waits for one that waits for it. */
function inTheirTurn<T>(workspace: Workspace, ids: readonly string[], work: () => Promise<T>): Promise<T> {
  const [first, ...others] = ids;
  if (first === undefined) return work();
  return inTurn(workspace, first, () => inTheirTurn(workspace, others, work));
}

function place({ catalogue }: Workspace, dataset: Dataset, { before, record }: Start): void {
  if (before) catalogue.datasets.supersede(dataset);
  else catalogue.datasets.add(dataset);
  record(dataset);
}

function tell(workspace: Workspace, { name, version }: Dataset, before: Dataset | undefined): void {
  if (before && before.name !== name)
    workspace.emit({ type: 'dataChanged', table: before.name, version: before.version });
  workspace.emit({ type: 'dataChanged', table: name, version });
}
