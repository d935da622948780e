import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';

/** Has another process run `worker` on the workspace at `path`, and kills it at this line of what it says. */
export async function killAt(line: number, worker: string, path: string): Promise<void> {
  const running = spawn(process.execPath, [worker, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(running, 'exit');
  let heard = 0;
  for await (const _ of createInterface({ input: running.stdout })) if (++heard === line) running.kill('SIGKILL');
  expect((await gone)[1]).toBe('SIGKILL');
}
