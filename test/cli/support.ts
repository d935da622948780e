import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const command = resolve(import.meta.dirname, '../../main/cli/index.ts');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** No display and no program to make one: nothing can be printed. */
export const noPrinter = { DISPLAY: '', WAYLAND_DISPLAY: '', PATH: '', CLIENTSCOPE_ELECTRON: process.execPath };

export interface Run {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Sends SIGINT a little after this folder has appeared. */
  readonly interruptAfter?: string;
  /** Kills it, with nothing left to it to clear away, once this is so. */
  readonly killWhen?: () => boolean;
  /** Closes the pipe that the command writes to after the first of it, as `head` does. */
  readonly leaveEarly?: boolean;
}

/** Runs the command as a user does, in a process of its own. */
export function clientscope(
  args: readonly string[],
  { cwd, environment = {}, interruptAfter, killWhen, leaveEarly }: Run,
): Promise<Ended> {
  const env = { ...process.env, INIT_CWD: undefined, LANG: 'zh_CN.UTF-8', LC_ALL: undefined, ...environment };
  const child = spawn(process.execPath, [command, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  if (leaveEarly) child.stdout.once('data', () => child.stdout.destroy());
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const watching =
    interruptAfter === undefined
      ? undefined
      : setInterval(() => {
          if (!existsSync(interruptAfter)) return;
          // Once: the second Ctrl-C of an impatient user ends the process without ceremony, as it should.
          clearInterval(watching);
          child.kill('SIGINT');
        }, 50);
  const killing = killWhen && setInterval(() => killWhen() && child.kill('SIGKILL'), 20);
  return new Promise((settle) => {
    child.on('close', (code) => {
      clearInterval(watching);
      clearInterval(killing);
      settle({ code, stdout: out.join(''), stderr: err.join('') });
    });
  });
}

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-cli-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
