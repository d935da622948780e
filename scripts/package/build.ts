import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfChanged } from '../build-if-changed.ts';
import { nodeModule, root, runtimeDir } from '../lib/paths.ts';
import { must } from '../lib/process.ts';
import { ensureElectron } from '../runtime/index.ts';

export type Packaged = { folder: string; executable: string; isTestBuild: boolean };

/** The name under which the package holds better-sqlite3 for an Electron too old for the prebuilt one. */
const BINDING = 'better_sqlite3.node';

/** Packages the built app with the found Electron, as a folder that can be run. */
export async function packageApp(): Promise<Packaged> {
  const runtime = await ensureElectron({ quiet: true });
  await buildIfChanged();
  const extra = join(runtimeDir, 'packaging');
  await rm(extra, { recursive: true, force: true });
  await mkdir(extra, { recursive: true });
  if (runtime.sqliteBinding) await copyFile(runtime.sqliteBinding, join(extra, BINDING));
  const output = join(root, 'dist');
  await rm(output, { recursive: true, force: true });
  const overrides = [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`];
  await must(process.execPath, [nodeModule('electron-builder', 'cli.js'), '--dir', '--publish=never', ...overrides]);
  const { folder, executable } = placeIn(output);
  return { folder, executable, isTestBuild: runtime.source === 'registry' };
}

function placeIn(output: string): { folder: string; executable: string } {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') {
    const folder = join(output, `mac${arch}`);
    return { folder, executable: join(folder, 'Clientscope.app/Contents/MacOS/Clientscope') };
  }
  const isWindows = process.platform === 'win32';
  const folder = join(output, `${isWindows ? 'win' : 'linux'}${arch}-unpacked`);
  return { folder, executable: join(folder, isWindows ? 'Clientscope.exe' : 'clientscope') };
}
