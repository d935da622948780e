import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../lib/paths.ts';
import { capture, must } from '../lib/process.ts';
import { asNobody, isRoot } from '../lib/sandbox.ts';

/** How the unprivileged user gets to see a folder: as it is, bind-mounted elsewhere, or as a copy. */
export type View = { path: string; how: 'direct' | 'mount' | 'copy'; mount?: { from: string; to: string } };

const PROBES = ['.', 'package.json', 'node_modules/playwright-core/package.json', 'out/main/index.cjs', '.runtime'];

/** Finds a path under which user 65534 can read the checkout. */
export async function viewOfCheckout(base: string, executable: string): Promise<View> {
  const probes = [...PROBES.map((name) => join(root, name)), executable];
  if (await nobodyCanRead(probes)) return { path: root, how: 'direct' };
  const path = join(base, 'checkout');
  if ((await areWorldReadable(probes)) && (await canMount())) {
    await mkdir(path);
    return { path, how: 'mount', mount: { from: root, to: path } };
  }
  // Hard links would share the permissions that keep the user out.
  await must('cp', ['-a', '--reflink=auto', root, path], { cwd: '/' });
  await must('chmod', ['-R', 'a+rX', path], { cwd: '/' });
  return { path, how: 'copy' };
}

/** Finds a path under which user 65534 can read the shared test data, if there are any. */
export async function viewOfSharedData(base: string): Promise<View | undefined> {
  const data = process.env.CLIENTSCOPE_SHARED_DATA ?? join(root, '..', 'shared', 'data');
  if (!(await stat(data).catch(() => undefined))) return undefined;
  if (!isRoot() || (await nobodyCanRead([data]))) return { path: data, how: 'direct' };
  if (!(await canMount())) return undefined;
  const path = join(base, 'shared-data');
  await mkdir(path);
  await chmod(path, 0o755);
  return { path, how: 'mount', mount: { from: data, to: path } };
}

async function nobodyCanRead(paths: readonly string[]): Promise<boolean> {
  const script = 'for path in "$@"; do test -r "$path" || exit 1; done';
  const [command = '', ...args] = asNobody('sh', '-c', script, 'sh', ...paths);
  return (await capture(command, args, { cwd: '/' })).code === 0;
}

async function areWorldReadable(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) {
    const found = await stat(path);
    const needed = found.isDirectory() ? 0o005 : 0o004;
    if ((found.mode & needed) !== needed) return false;
  }
  return true;
}

async function canMount(): Promise<boolean> {
  const script = 'mount --bind /proc /mnt 2>/dev/null || mount --bind / /mnt';
  return (await capture('unshare', ['--mount', 'sh', '-c', script], { cwd: '/' })).code === 0;
}
