import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';

/** Gives `work` a real workspace in a temporary folder and takes both away afterwards, whatever happened. */
export async function withWorkspace<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'clientscope-test-'));
  const workspace = await openWorkspace({ path: join(parent, 'workspace'), create: true });
  try {
    return await work(workspace);
  } finally {
    await closeWorkspace(workspace);
    await rm(parent, { recursive: true, force: true });
  }
}
