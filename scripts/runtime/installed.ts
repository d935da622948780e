import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withLock } from '../lib/lock.ts';
import { cacheDir, nodeModule, root } from '../lib/paths.ts';
import { capture, captureNode } from '../lib/process.ts';
import type { FoundRuntime } from './types.ts';

const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const PROBE_LIMIT_MS = 4_000;
const DOWNLOAD_LIMIT_MS = 300_000;

/** The runtime that ELECTRON_OVERRIDE_DIST_PATH names, if it is set. */
export async function overriddenRuntime(): Promise<FoundRuntime | undefined> {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist) return undefined;
  const executable = join(dist, await executableName());
  const version = (await versionFile(dist)) ?? (await askVersion(executable));
  if (!version) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, where no Electron can be started`);
  return {
    executable,
    dist,
    version,
    args: [root],
    source: 'override',
    why: 'ELECTRON_OVERRIDE_DIST_PATH names it',
  };
}

/** The runtime inside the installed electron package, if it has been downloaded there. */
export async function installedRuntime(): Promise<FoundRuntime | undefined> {
  const dist = nodeModule('electron', 'dist');
  const version = await versionFile(dist);
  const name = await readFile(nodeModule('electron', 'path.txt'), 'utf8').catch(() => undefined);
  if (!version || !name || version !== (await declaredVersion())) return undefined;
  const why = 'it is installed in node_modules';
  return { executable: join(dist, name), dist, version, args: [root], source: 'installed', why };
}

/**
 * The runtime after trying the electron package's own download. A failure is remembered for a day,
 * so that starts without a network stay quick.
 */
export async function downloadedRuntime(): Promise<FoundRuntime | undefined> {
  const failure = join(cacheDir(), `install-electron-${await declaredVersion()}.failed`);
  if (await isRecent(failure)) return undefined;
  return withLock(join(cacheDir(), 'install-electron.lock'), async () => {
    const byOther = await installedRuntime();
    if (byOther || (await isRecent(failure))) return byOther;
    if (await canReachDownloads()) {
      console.log(`Downloading Electron ${await declaredVersion()} with install-electron`);
      await captureNode([nodeModule('electron', 'install.js')], { timeoutMs: DOWNLOAD_LIMIT_MS });
    }
    const found = await installedRuntime();
    if (found) return { ...found, source: 'downloaded', why: 'install-electron downloaded it' };
    await mkdir(dirname(failure), { recursive: true });
    await writeFile(failure, 'install-electron could not download Electron; it is tried again after a day\n');
    return undefined;
  });
}

/** The Electron version that package.json declares, as installed. */
export async function declaredVersion(): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(nodeModule('electron', 'package.json'), 'utf8'));
  return version;
}

// The download itself has no time limit of its own, and a firewall that drops packets would hold up every first start.
async function canReachDownloads(): Promise<boolean> {
  const from = process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com';
  const script = `await fetch(${JSON.stringify(from)}, { method: 'HEAD' })`;
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1' };
  const probe = await captureNode(['--input-type=module', '-e', script], { env, timeoutMs: PROBE_LIMIT_MS });
  return probe.code === 0;
}

async function isRecent(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < RETRY_AFTER_MS;
}

async function executableName(): Promise<string> {
  const named = await readFile(nodeModule('electron', 'path.txt'), 'utf8').catch(() => undefined);
  if (named) return named;
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

async function versionFile(dist: string): Promise<string | undefined> {
  const text = await readFile(join(dist, 'version'), 'utf8').catch(() => undefined);
  return text?.trim().replace(/^v/, '');
}

async function askVersion(executable: string): Promise<string | undefined> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { code, output } = await capture(executable, ['-p', 'process.versions.electron'], { env, timeoutMs: 10_000 });
  return code === 0 ? output.trim() : undefined;
}
