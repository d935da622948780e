import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import type { EngineEvent } from '#shared/contract/index.ts';

export interface TestWorkspace {
  readonly workspace: Workspace;
  /** What was told to the windows, in order. */
  readonly events: readonly EngineEvent[];
  /** A folder for files that a test writes, outside the workspace. */
  readonly folder: string;
}

/** Gives `work` a real workspace in a temporary folder and removes both after. */
export async function withWorkspace<T>(work: (workspace: Workspace, test: TestWorkspace) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-test-'));
  const events: EngineEvent[] = [];
  try {
    const path = join(folder, 'workspace');
    const workspace = await openWorkspace({ path, create: true, emit: (event) => events.push(event) });
    try {
      return await work(workspace, { workspace, events, folder });
    } finally {
      await closeWorkspace(workspace);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
