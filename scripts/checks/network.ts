import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canTrace, runE2e } from '../e2e/run.ts';
import { capture } from '../lib/process.ts';
import { ensureElectron, runtimeEnvironment } from '../runtime/index.ts';
import { failed, none, type StepResult, skipped } from '../test/step.ts';
import { internetCalls, isComplete } from './connects.ts';

const NO_STRACE = 'strace is not installed: sudo apt-get install strace';
const SAMPLE = ['run', 'resources/sample/playbook.json', '--data', 'resources/sample/data', '--out'];

/** A headless run with its PDF makes no internet connect at all. */
export async function checkHeadlessNetwork(): Promise<StepResult> {
  if (!(await canTrace())) return skipped(NO_STRACE);
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-trace-'));
  try {
    const record = join(folder, 'trace');
    const env = { ...process.env, ...runtimeEnvironment(await ensureElectron({ quiet: true })) };
    const traced = [process.execPath, 'main/cli/index.ts', ...SAMPLE, join(folder, 'out')];
    const strace = ['-f', '--seccomp-bpf', '-q', '-e', 'trace=connect,sendto', '-s', '0', '-o', record];
    const { code, output } = await capture('strace', [...strace, ...traced], { env, timeoutMs: 300_000 });
    if (code !== 0) return failed(`The headless run ended with ${code}:\n${output.trim().slice(-4000)}`);
    return judgeRecord(record, { allowLoopback: false });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A run in the window, driven by a test, connects to this machine only. */
export async function checkWindowNetwork(): Promise<StepResult> {
  if (!(await canTrace())) return skipped(NO_STRACE);
  const run = await runE2e({ args: ['--grep', '@trace'], name: 'trace', trace: true, quiet: true });
  if (run.code !== 0) return failed(run.output.trim().slice(-4000));
  return judgeRecord(join(run.results, 'connects.trace'), { allowLoopback: true });
}

async function judgeRecord(path: string, rule: { allowLoopback: boolean }): Promise<StepResult> {
  const record = await readFile(path, 'utf8').catch(() => '');
  if (!isComplete(record)) return failed('strace left no complete record');
  const offences = internetCalls(record, rule);
  return none(offences, rule.allowLoopback ? 'connects to 127.0.0.1 only' : 'no internet connect');
}
