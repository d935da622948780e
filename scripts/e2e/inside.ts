import { nodeModule } from '../lib/paths.ts';
import { inherit } from '../lib/process.ts';

// Runs as the user and in the namespaces that scripts/e2e.ts has prepared.
const playwright = [process.execPath, nodeModule('@playwright', 'test', 'cli.js'), 'test', ...process.argv.slice(2)];
const trace = process.env.CLIENTSCOPE_TRACE;
const strace = trace ? ['strace', '-f', '--seccomp-bpf', '-q', '-e', 'trace=connect', '-o', trace] : [];
const [command = '', ...args] = [...strace, ...playwright];
process.exitCode = (await inherit(command, args, { env: process.env })).code;
