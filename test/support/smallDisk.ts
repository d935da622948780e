import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];

export const canMount = tries('mount -t tmpfs tmpfs /mnt');
/** For the name of a test that needs a small disk. */
export const whyNoMount = canMount ? '' : ' (skipped: no small disk can be mounted here)';

function tries(script: string): boolean {
  try {
    execFileSync('unshare', [...asRoot, '--mount', 'sh', '-c', script], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a shell script to which a disk of some megabytes is mounted that nobody else sees: `$1` is the disk, `$2` a folder
 * elsewhere, what `given` says follows from `$3` on. Returns what it wrote to stdout.
 */
export async function onSmallDisk(megabytes: number, script: string, given: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-disk-'));
  try {
    const [disk, elsewhere] = [join(folder, 'disk'), join(folder, 'elsewhere')];
    await Promise.all([disk, elsewhere].map((path) => mkdir(path)));
    const mounted = `mount -t tmpfs -o size=${megabytes}m,mode=700 tmpfs "$1" && ${script}`;
    const run = ['sh', '-c', mounted, 'sh', disk, elsewhere, ...given];
    return (await promisify(execFile)('unshare', [...asRoot, '--mount', ...run])).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
