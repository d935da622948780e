import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildIfChanged } from '../build-if-changed.ts';
import { electronPackages, ensureDebianPackages } from '../lib/debian.ts';
import { hasDisplay } from '../lib/display.ts';
import { root } from '../lib/paths.ts';
import { capture, hasProgram, inherit } from '../lib/process.ts';
import { asNobody, canSandbox, canSandboxAsNobody, isRoot } from '../lib/sandbox.ts';
import { type ElectronRuntime, ensureElectron, runtimeEnvironment } from '../runtime/index.ts';
import { canIsolateNetwork, enclose } from './namespace.ts';
import { type E2eFolders, foldersIn, inheritedDisplay, inheritedEnvironment } from './options.ts';
import { type View, viewOfCheckout, viewOfSharedData } from './view.ts';

const NOBODY = 65534;

export type E2eRun = {
  /** Arguments for `playwright test`. */
  args: readonly string[];
  /** Where the results go, below test-results/. */
  name: string;
  /** Records system calls that connect, and keeps the record beside the results. */
  trace?: boolean;
  /** Collects the output instead of showing it. */
  quiet?: boolean;
};

export type E2eOutcome = { code: number; output: string; results: string; conditions: string };

/** Runs end-to-end tests in the real Electron: unprivileged, sandboxed and without a network wherever that can be had. */
export async function runE2e({ args, name, trace = false, quiet = false }: E2eRun): Promise<E2eOutcome> {
  await ensureDebianPackages(hasDisplay() && !isRoot() ? electronPackages : [...electronPackages, 'xvfb'], 'Electron');
  const runtime = await ensureElectron({ quiet: true });
  await buildIfChanged();
  const base = await mkdtemp(join(isRoot() ? '/tmp' : tmpdir(), 'clientscope-e2e-'));
  await chmod(base, 0o755);
  const folders = foldersIn(base);
  const results = join(root, 'test-results', name);
  try {
    await makeFolders(folders);
    const { command, env, conditions } = isRoot()
      ? await asUser(runtime, folders, base)
      : await asCaller(runtime, folders);
    if (trace) env.CLIENTSCOPE_TRACE = join(folders.results, 'connects.trace');
    console.log(`End-to-end on Electron ${runtime.version} (${runtime.source}): ${conditions}`);
    const [program = '', ...rest] = [...command, ...args];
    const outcome = await (quiet ? capture : inherit)(program, rest, { env: { ...env, CLIENTSCOPE_E2E_NAME: name } });
    await rm(results, { recursive: true, force: true });
    await cp(folders.results, results, { recursive: true });
    return { ...outcome, results, conditions };
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

type Plan = { command: string[]; env: Record<string, string>; conditions: string };

async function asUser(runtime: ElectronRuntime, folders: E2eFolders, base: string): Promise<Plan> {
  const view = await viewOfCheckout(base, runtime.executable);
  const shared = await viewOfSharedData(base);
  const isolateNetwork = await canIsolateNetwork();
  const sandboxed = await canSandboxAsNobody();
  const seen = (path: string): string => join(view.path, relative(root, path));
  const node = process.execPath.startsWith(root) ? seen(process.execPath) : process.execPath;
  const mounts = [view, shared].flatMap((each) => each?.mount ?? []);
  return {
    command: enclose({
      isolateNetwork,
      mounts,
      folder: view.path,
      command: asNobody(node, join(view.path, 'scripts/e2e/inside.ts')),
    }),
    env: {
      ...environment(runtime, folders, seen, sandboxed, shared),
      ...(isolateNetwork && { CLIENTSCOPE_NO_NETWORK: '1' }),
    },
    conditions: describe({ user: `user ${NOBODY}`, sandboxed, isolateNetwork, view: view.how }),
  };
}

async function asCaller(runtime: ElectronRuntime, folders: E2eFolders): Promise<Plan> {
  const sandboxed = await canSandbox();
  const shared = await viewOfSharedData(folders.base);
  // Windows that open on the caller's own screen are the second choice: they take the focus.
  const hasVirtualDisplay = await hasProgram('Xvfb');
  const isolateNetwork = hasVirtualDisplay && (await canIsolateNetwork());
  return {
    command: enclose({
      isolateNetwork,
      mounts: [],
      folder: root,
      command: [process.execPath, join(root, 'scripts/e2e/inside.ts')],
    }),
    env: {
      ...environment(runtime, folders, (path) => path, sandboxed, shared),
      ...(hasVirtualDisplay ? {} : inheritedDisplay()),
      ...(isolateNetwork && { CLIENTSCOPE_NO_NETWORK: '1' }),
    },
    conditions: describe({ user: 'the calling user', sandboxed, isolateNetwork, view: 'direct' }),
  };
}

function environment(
  runtime: ElectronRuntime,
  folders: E2eFolders,
  seen: (path: string) => string,
  sandboxed: boolean,
  shared: View | undefined,
): Record<string, string> {
  const { sqliteBinding, ...rest } = runtime;
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    ...inheritedEnvironment(),
    HOME: folders.home,
    TMPDIR: folders.temp,
    CLIENTSCOPE_USER_DATA: folders.userData,
    CLIENTSCOPE_E2E_RESULTS: folders.results,
    ...runtimeEnvironment({
      ...rest,
      executable: seen(runtime.executable),
      args: runtime.args.map(seen),
      ...(sqliteBinding && { sqliteBinding: seen(sqliteBinding) }),
    }),
  };
  if (!sandboxed) env.CLIENTSCOPE_NO_SANDBOX = '1';
  if (shared) env.CLIENTSCOPE_SHARED_DATA = shared.path;
  return env;
}

async function makeFolders({ home, temp, results, userData }: E2eFolders): Promise<void> {
  for (const folder of [home, temp, results, userData]) {
    await mkdir(folder, { mode: 0o700 });
    if (isRoot()) await chown(folder, NOBODY, NOBODY);
  }
}

function describe(plan: { user: string; sandboxed: boolean; isolateNetwork: boolean; view: View['how'] }): string {
  const sandbox = plan.sandboxed ? 'on' : 'OFF (no user namespaces here)';
  const network = plan.isolateNetwork ? 'a namespace of its own' : "the machine's (no namespace could be made)";
  return `as ${plan.user}, sandbox ${sandbox}, network ${network}, checkout ${plan.view}`;
}

/** Whether connects can be recorded; as root strace is installed for it. */
export async function canTrace(): Promise<boolean> {
  return (await hasProgram('strace')) || (isRoot() && (await ensureDebianPackages(['strace'], 'The network trace')));
}
