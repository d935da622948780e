import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isCode } from './lock.ts';

const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Makes `target` appear whole or not at all: `fill` works in a folder beside it, which is renamed at the end.
 * A target that another process published in the meantime is kept.
 */
export async function publish(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await removeAbandoned(target);
  const folder = await mkdtemp(`${target}.partial-`);
  try {
    await fill(folder);
    await rename(folder, target).catch((error: unknown) => {
      if (!isCode(error, 'ENOTEMPTY') && !isCode(error, 'EEXIST')) throw error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function removeAbandoned(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(target)}.partial-`)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}
