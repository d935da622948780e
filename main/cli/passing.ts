import { createHash, randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Computers that share a folder have processes of the same numbers. */
const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** A name for something that is gone when this process has ended, between two marks. */
export function passingName(before: string, after = ''): string {
  return `${before}${here}-${process.pid}-${randomBytes(6).toString('hex')}${after}`;
}

/** Removes what processes of this computer left under such names when they were killed: it holds data of clients. */
export async function removeLeftBehind(folder: string, before: string, after = ''): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`${before}${here}-`) || !name.endsWith(after)) continue;
    const pid = /^(\d+)-[\da-f]{12}$/.exec(
      name.slice(before.length + here.length + 1, name.length - after.length),
    )?.[1];
    // What another user left is not ours to remove, and cannot be.
    if (pid !== undefined && !isRunning(Number(pid)))
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH');
  }
}
