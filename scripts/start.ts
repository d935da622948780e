import { resolve } from 'node:path';
import { buildIfChanged } from './build-if-changed.ts';
import { electronPackages, ensureDebianPackages } from './lib/debian.ts';
import { hasDisplay } from './lib/display.ts';
import { inherit } from './lib/process.ts';
import { canSandbox, isRoot } from './lib/sandbox.ts';
import { type ElectronRuntime, ensureElectron, runtimeEnvironment } from './runtime/index.ts';

// A terminal inside an Electron app may have left the second one set, with which ours would not open a window.
const { INIT_CWD, ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
const calledFrom = INIT_CWD ?? process.cwd();

await ensureDebianPackages(electronPackages, 'Electron');
const runtime = await ensureElectron();
await buildIfChanged();
process.exitCode = hasDisplay() ? await openWindow(runtime) : await runHeadless(runtime);

async function openWindow(electron: ElectronRuntime): Promise<number> {
  const flags = await sandboxFlags();
  const env = { ...environment, ...runtimeEnvironment(electron) };
  const args = [...electron.args, ...flags, ...process.argv.slice(2)];
  return (await inherit(electron.executable, args, { env })).code;
}

async function sandboxFlags(): Promise<string[]> {
  if (isRoot()) {
    console.log('Started as root, where Chromium has no sandbox: running with --no-sandbox');
    return ['--no-sandbox'];
  }
  if (!(await canSandbox())) {
    console.log(
      'This kernel lets users make no namespaces, which the sandbox needs: allow them if the window stays away',
    );
  }
  return [];
}

/** Without a display there is still something to see: the sample playbook's report. */
async function runHeadless(electron: ElectronRuntime): Promise<number> {
  await ensureDebianPackages(['xvfb'], 'Printing to PDF without a display');
  const out = resolve(calledFrom, 'clientscope-out');
  console.log(`No display: running the sample playbook headless into ${out}`);
  const env = { ...environment, INIT_CWD: calledFrom, ...runtimeEnvironment(electron) };
  const sample = ['resources/sample/playbook.json', '--data', 'resources/sample/data', '--out', out];
  return (await inherit(process.execPath, ['main/cli/index.ts', 'run', ...sample], { env })).code;
}
