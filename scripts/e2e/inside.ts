import { hasDisplay, startVirtualDisplay } from '../lib/display.ts';
import { nodeModule } from '../lib/paths.ts';
import { inherit } from '../lib/process.ts';

// Runs as the user and in the namespaces that scripts/e2e.ts has prepared.
const display = hasDisplay() ? undefined : await startVirtualDisplay();
try {
  const playwright = [process.execPath, nodeModule('@playwright', 'test', 'cli.js'), 'test', ...process.argv.slice(2)];
  const trace = process.env.CLIENTSCOPE_TRACE;
  const strace = trace ? ['strace', '-f', '--seccomp-bpf', '-q', '-e', 'trace=connect', '-o', trace] : [];
  const [command = '', ...args] = [...strace, ...playwright];
  const env = display ? { ...process.env, DISPLAY: display.name } : process.env;
  process.exitCode = (await inherit(command, args, { env })).code;
} finally {
  display?.stop();
}
