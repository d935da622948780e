import { electronPackages, ensureDebianPackages } from './lib/debian.ts';
import { hasDisplay, startVirtualDisplay } from './lib/display.ts';
import { inherit } from './lib/process.ts';
import { isRoot } from './lib/sandbox.ts';
import { ensureElectron, runtimeEnvironment } from './runtime/index.ts';

// Starts this checkout's Electron with the given arguments, on a display of its own where there is none.
await ensureDebianPackages(hasDisplay() ? electronPackages : [...electronPackages, 'xvfb'], 'Electron');
const runtime = await ensureElectron({ quiet: true });
const display = hasDisplay() ? undefined : await startVirtualDisplay();
try {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  const env = { ...environment, ...(display && { DISPLAY: display.name }), ...runtimeEnvironment(runtime) };
  const args = [...runtime.args, ...(isRoot() ? ['--no-sandbox'] : []), ...process.argv.slice(2)];
  process.exitCode = (await inherit(runtime.executable, args, { env })).code;
} finally {
  display?.stop();
}
