import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeModule, root, runtimeDir } from './lib/paths.ts';
import { captureNode } from './lib/process.ts';

const INPUTS = [
  'main',
  'renderer',
  'shared',
  'resources',
  'scripts/bundle',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const OUTPUTS = [
  'out/main/index.cjs',
  'out/main/engine.cjs',
  'out/main/lookWorker.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const STAMP = join(runtimeDir, 'build-stamp');

/** Builds the app, unless nothing that goes into it has changed since the last time. Returns whether it built. */
export async function buildIfChanged({ force = false } = {}): Promise<boolean> {
  const stamp = await stampOfInputs();
  if (!force && (await outputsExist()) && (await readFile(STAMP, 'utf8').catch(() => '')) === stamp) return false;
  const vite = nodeModule('electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await captureNode([vite, 'build'], { env: { ...process.env, NODE_ENV: 'production' } });
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`);
  await mkdir(runtimeDir, { recursive: true });
  await writeFile(STAMP, stamp);
  return true;
}

async function stampOfInputs(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of INPUTS) await addTo(hash, name);
  return hash.digest('hex');
}

async function addTo(hash: ReturnType<typeof createHash>, name: string): Promise<void> {
  const path = join(root, name);
  const found = await stat(path).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory()) return void hash.update(`${name}\0${found.size}\0${found.mtimeMs}\0`);
  for (const child of (await readdir(path)).sort()) await addTo(hash, join(name, child));
}

async function outputsExist(): Promise<boolean> {
  const found = await Promise.allSettled(OUTPUTS.map((name) => access(join(root, name))));
  return found.every(({ status }) => status === 'fulfilled');
}
