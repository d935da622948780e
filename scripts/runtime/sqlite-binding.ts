import { access, chmod, copyFile, cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ensureDebianPackages } from '../lib/debian.ts';
import { withLock } from '../lib/lock.ts';
import { cacheDir, nodeModule } from '../lib/paths.ts';
import { captureNode, hasProgram } from '../lib/process.ts';
import { publish } from '../lib/publish.ts';
import { linkIntoCheckout } from './checkout-link.ts';

const FIRST_VERSION_WITH_NODE_API_10 = 35;
const FILE = 'better_sqlite3.node';
const COMPILERS = { python3: 'python3', make: 'make', 'g++': 'g++' };

/**
 * better-sqlite3 compiled for an Electron that is too old for the prebuilt one, or undefined where the
 * prebuilt one fits. Compiled once per user.
 */
export async function sqliteBindingFor(electron: string): Promise<string | undefined> {
  if (Number.parseInt(electron, 10) >= FIRST_VERSION_WITH_NODE_API_10) return undefined;
  const target = join(cacheDir(), await nameFor(electron));
  const file = join(target, FILE);
  if (!(await exists(file))) {
    await withLock(`${target}.lock`, async () => {
      if (!(await exists(file))) await publish(target, (folder) => compile(folder, electron));
    });
  }
  return linkIntoCheckout(file, basename(target));
}

async function nameFor(electron: string): Promise<string> {
  const manifest = await readFile(nodeModule('better-sqlite3', 'package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(manifest);
  return `better-sqlite3-${version}-electron-${electron}-${process.platform}-${process.arch}`;
}

async function compile(folder: string, electron: string): Promise<void> {
  await ensureCompilers();
  console.log(`Compiling better-sqlite3 for Electron ${electron} (under 2 minutes, once per user)`);
  const source = join(folder, 'source');
  await cp(nodeModule('better-sqlite3'), source, { recursive: true });
  await symlink(nodeModule(), join(source, 'node_modules'));
  await targetNewestNodeApi(join(source, 'binding.gyp'));
  const headers = nodeModule(`node-${nodePlatform()}-${process.arch}`);
  const gyp = nodeModule('node-gyp', 'bin', 'node-gyp.js');
  const { code, output } = await captureNode(
    [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headers}`, '--jobs=2'],
    { cwd: source, env: withoutNpmConfig(process.env) },
  );
  if (code !== 0) throw new Error(`better-sqlite3 could not be compiled:\n${output.slice(-4000)}`);
  await copyFile(join(source, 'build', 'Release', FILE), join(folder, FILE));
  await rm(source, { recursive: true });
  await chmod(folder, 0o755);
}

// Node-API 9 would do by number, but then better-sqlite3 aborts: it keeps references to strings, which only
// Node-API 10 and the experimental version allow.
async function targetNewestNodeApi(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  if (!text.includes("'NAPI_VERSION=10'")) throw new Error(`${path} no longer defines NAPI_VERSION=10`);
  await writeFile(path, text.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL'"));
}

// node-gyp prefers npm's settings, say a nodedir for the machine's own Node, to its own command line.
function withoutNpmConfig(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(?:package_)?config_/i.test(name)));
}

async function ensureCompilers(): Promise<void> {
  const missing: string[] = [];
  for (const [program, packageName] of Object.entries(COMPILERS)) {
    if (!(await hasProgram(program))) missing.push(packageName);
  }
  if (missing.length === 0) return;
  if (!(await ensureDebianPackages(missing, 'compiling better-sqlite3 for this Electron'))) {
    throw new Error(`better-sqlite3 has to be compiled for this Electron: install ${missing.join(', ')} first`);
  }
}

function nodePlatform(): string {
  return process.platform === 'win32' ? 'win' : process.platform;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
