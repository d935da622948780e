import { randomUUID } from 'node:crypto';
import { rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CallProgress } from '#shared/contract/index.ts';
import type { Outcome, Playbook } from '#shared/playbook/index.ts';
import type { CallContext } from '#shared/rpc/index.ts';
import { runPlaybook } from '../playbooks/index.ts';
import { closeWorkspace, openWorkspace } from '../workspace/index.ts';

interface Filling {
  /** Where the workspace will lie; nothing does yet. */
  readonly path: string;
  readonly playbook: Playbook;
  /** The folder of its files. */
  readonly data: string;
  readonly sample: boolean;
  /** Throws where what came of it should not stay. */
  accept(outcomes: readonly Outcome[]): void;
}

/**
 * Makes a workspace of a playbook and its files. It is filled under another name and then renamed, so that one left
 * half-filled by a crash, a cancel or a refusal is never taken for it. The sample's folder is ours, and what a crash left
 * there goes; in a folder of the user's nothing can bear that name. Returns what came of each definition.
 */
export async function fillWorkspace(
  { path, playbook, data, sample, accept }: Filling,
  context: CallContext<CallProgress>,
): Promise<readonly Outcome[]> {
  const filling = sample ? `${path}.filling` : join(dirname(path), `.${basename(path)}.${randomUUID()}.filling`);
  await rm(filling, { recursive: true, force: true });
  try {
    const workspace = await openWorkspace({ path: filling, name: basename(path), create: true, sample });
    let outcomes: readonly Outcome[];
    try {
      outcomes = (await runPlaybook(workspace, playbook, { dataDir: data, reports: false }, context)).definitions;
      accept(outcomes);
      // Whoever opens it did none of this: undo would take it apart.
      workspace.catalogue.history.forget();
    } finally {
      await closeWorkspace(workspace);
    }
    context.signal.throwIfAborted();
    // An empty folder that was chosen gives way to it; one with anything in it does not.
    await rmdir(path).catch(ignoreAbsent);
    await rename(filling, path);
    return outcomes;
  } catch (thrown) {
    await rm(filling, { recursive: true, force: true });
    throw thrown;
  }
}

function ignoreAbsent(thrown: NodeJS.ErrnoException): void {
  if (thrown.code !== 'ENOENT') throw thrown;
}
