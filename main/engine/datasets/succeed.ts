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

/**
 * The one way in which a dataset gets its next version: tables first, the catalogue second, and the version before stays as
 * an earlier one. All or nothing, also on cancel; a kill leaves tables that no dataset owns, for the next sweep. Fails with
 * `datasetMoved` where the dataset was changed meanwhile: a class that was set is not to be lost, nor another version.
 */
export function succeed(workspace: Workspace, { before, ...how }: Succession): Promise<Dataset> {
  const { catalogue } = workspace;
  const refuseMoved = () => {
    if (JSON.stringify(catalogue.datasets.byId(before.id)) !== JSON.stringify(before))
      throw new AppError('conflict', 'datasetMoved', { name: before.name });
  };
  return inTurn(workspace, before.id, async () => {
    refuseMoved();
    const next = { id: before.id, version: before.version + 1 };
    let placed = false;
    try {
      const made = await how.make(next);
      await how.forget();
      if (how.signal?.aborted) throw new AppError('cancelled', 'cancelled');
      refuseMoved();
      catalogue.datasets.supersede(made);
      placed = true;
      how.record(made);
      if (made.name !== before.name)
        workspace.emit({ type: 'dataChanged', table: before.name, version: before.version });
      workspace.emit({ type: 'dataChanged', table: made.name, version: made.version });
      await prune(workspace, made.id);
      return made;
    } finally {
      if (!placed) await dropVersion(workspace, next);
    }
  });
}
