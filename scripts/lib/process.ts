import { type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.ts';

export type Outcome = { code: number; output: string };

type RunOptions = Pick<SpawnOptions, 'cwd' | 'env' | 'stdio'> & { timeoutMs?: number };

/** Runs a program to its end, collecting stdout and stderr in one text. Never throws. */
export function capture(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return finish(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
}

/** Runs a program that talks to the user's terminal itself. Never throws. */
export function inherit(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return finish(command, args, { stdio: 'inherit', ...options });
}

/** Like `capture`, but a failure becomes an error that carries the program's own words. */
export async function must(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await capture(command, args, options);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.trim().slice(-4000)}`);
  }
  return output;
}

/** Runs one of the checkout's own scripts or tools under the Node that runs this script. */
export function captureNode(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return capture(process.execPath, args, options);
}

/** Whether a program of this name can be started. */
export async function hasProgram(name: string): Promise<boolean> {
  return (await capture('sh', ['-c', 'command -v "$1"', 'sh', name])).code === 0;
}

/** How npm is started: by the npm that runs us where there is one, else by the one on the PATH. */
export function npmCommand(): [command: string, ...args: string[]] {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
}

function finish(command: string, args: readonly string[], { timeoutMs, ...options }: RunOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, ...options });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const end = (code: number, extra = ''): void => {
      clearTimeout(timer);
      resolve({ code, output: stripVTControlCharacters(Buffer.concat(chunks).toString()) + extra });
    };
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code, signal) => {
      end(code ?? 128 + (signal ? constants.signals[signal] : 0), signal ? `\nended by ${signal}` : '');
    });
  });
}
