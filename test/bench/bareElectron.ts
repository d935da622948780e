import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { linkTree } from '../../scripts/lib/link-tree.ts';

/** The Electron at `dist` with one of the bare apps beside this file as its app. Returns its executable. */
export async function bareElectron(dist: string, folder: string, app: 'bareWindow' | 'barePrint'): Promise<string> {
  const target = join(folder, 'electron');
  await linkTree(dist, target);
  await mkdir(join(target, 'resources'), { recursive: true });
  await symlink(join(import.meta.dirname, app), join(target, 'resources/app'));
  return join(target, 'electron');
}
