import type { Dataset } from '#shared/intake/index.ts';
import type { AskAgain } from '#shared/versions/index.ts';
import { hashOf, type IntakeContext, stopIfCancelled } from '../intake/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { fromFile } from './plan.ts';

/** The files that a dataset was read from, or why they have to be chosen again. */
export type FoundSource =
  | { readonly kind: 'here'; readonly paths: readonly string[] }
  | { readonly kind: 'ask'; readonly why: AskAgain };

/**
 * Looks for the files that a dataset was read from. They count only where their bytes are those that were read: so a path
 * that a workspace from elsewhere names opens nothing that it did not hold already.
 */
export async function sourceOf(workspace: Workspace, id: string, context: IntakeContext): Promise<FoundSource> {
  const dataset = fromFile(workspace, id);
  const from = dataset.readFrom ?? [];
  const paths = from.flatMap((each) => each.paths);
  if (paths.length === 0 || paths.some(isOnServer)) return { kind: 'ask', why: 'unknown' };
  for (const { paths: place, sha256 } of from) {
    const [only, ...others] = place;
    const found = await hashIfThere(workspace, only && others.length === 0 ? only : place, dataset, context);
    if (found === null) return { kind: 'ask', why: 'gone' };
    if (found !== sha256) return { kind: 'ask', why: 'changed' };
  }
  return { kind: 'here', paths };
}

async function hashIfThere(
  workspace: Workspace,
  place: string | readonly string[],
  dataset: Dataset,
  context: IntakeContext,
): Promise<string | null> {
  try {
    return await hashOf(workspace, place, dataset, context);
  } catch {
    stopIfCancelled(context);
    return null;
  }
}

/** A workspace may come from elsewhere: opening it is to reach for no server that it names. */
const isOnServer = (path: string) => /^[\\/]{2}/.test(path);
