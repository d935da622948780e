import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sweep } from '#engine/intake/index.ts';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import { passingName, removeLeftBehind } from './passing.ts';

/** Opens the workspace at `path`, making it where it is absent; null: a passing one. */
export async function inWorkspace<T>(path: string | null, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  const passing = path === null ? await passingFolder() : null;
  try {
    const workspace = await openOrCreate(path ?? join(passing ?? '', 'workspace'));
    return await work(workspace).finally(() => closeWorkspace(workspace));
  } finally {
    if (passing) await rm(passing, { recursive: true, force: true, maxRetries: 3 });
  }
}

const passingWorkspace = 'clientscope-';

async function passingFolder(): Promise<string> {
  await removeLeftBehind(tmpdir(), passingWorkspace);
  const path = join(tmpdir(), passingName(passingWorkspace));
  await mkdir(path, { mode: 0o700 });
  return path;
}

async function openOrCreate(path: string): Promise<Workspace> {
  const entries = await readdir(path).catch(() => []);
  const workspace = await openWorkspace({ path, create: entries.length === 0 });
  try {
    // A run or a window that was killed here may have left tables and staged files that only this takes away.
    if (entries.length > 0) await sweep(workspace);
    return workspace;
  } catch (thrown) {
    await closeWorkspace(workspace);
    throw thrown;
  }
}
