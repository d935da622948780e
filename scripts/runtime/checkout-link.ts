import { access, chmod, mkdir, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { linkFile, linkTree } from '../lib/link-tree.ts';
import { root, runtimeDir } from '../lib/paths.ts';
import { publish } from '../lib/publish.ts';

/** Links a prepared runtime that has no default app into this checkout, with the checkout as its app. */
export async function linkRuntime(dist: string): Promise<string> {
  const target = join(runtimeDir, basename(dist));
  const executable = join(target, 'electron');
  if (await isSameFile(join(dist, 'electron'), executable)) return executable;
  await rm(target, { recursive: true, force: true });
  await publish(target, async (folder) => {
    await linkTree(dist, folder);
    const resources = join(folder, 'resources');
    await mkdir(resources, { recursive: true });
    // Relative, so that it also holds where the end-to-end tests see the checkout under another path.
    await symlink(relative(join(target, 'resources'), root), join(resources, 'app'));
    await chmod(folder, 0o755);
  });
  return executable;
}

/** Links one cached file into this checkout, where the end-to-end tests' user can read it. */
export async function linkIntoCheckout(source: string, name: string): Promise<string> {
  const target = join(runtimeDir, name, basename(source));
  if (await isSameFile(source, target)) return target;
  await rm(dirname(target), { recursive: true, force: true });
  await publish(dirname(target), async (folder) => {
    await linkFile(source, join(folder, basename(target)));
    await chmod(folder, 0o755);
  });
  await access(target);
  return target;
}

// A link has the same inode. A copy has not, but keeps the size, and a cached file never changes under its name.
async function isSameFile(source: string, target: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(source), stat(target).catch(() => undefined)]);
  return b !== undefined && (a.ino === b.ino || a.size === b.size);
}
