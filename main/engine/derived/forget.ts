import { dropClientBases } from '../clients/index.ts';
import { dropViews } from '../datasets/index.ts';
import { dropLinkedValues } from '../portraits/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** Drops what is kept beside a dataset and was computed from its rows, which are about to be others, or to go. */
export async function forgetComputed(workspace: Workspace, dataset: string): Promise<void> {
  await dropViews(workspace, dataset);
  await dropLinkedValues(workspace, dataset);
  await dropClientBases(workspace, dataset);
}
