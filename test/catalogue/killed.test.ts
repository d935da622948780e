import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCatalogue } from '#engine/catalogue/index.ts';
import { doNumber, left } from './steadyWork.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-killed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Has another process work on the catalogue and kills it when it says that this number is done. */
async function killAt(number: number, file: string): Promise<void> {
  const worker = spawn(process.execPath, [join(import.meta.dirname, 'steadyWorker.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(worker, 'exit');
  for await (const line of createInterface({ input: worker.stdout })) {
    if (Number(line) === number) worker.kill('SIGKILL');
  }
  expect((await gone)[1]).toBe('SIGKILL');
}

it.each([3, 17, 40])('a kill after change %i leaves whole changes, each with its step', async (number) => {
  const file = join(folder, 'killed.sqlite');
  await killAt(number, file);
  const killed = openCatalogue(file, 'w');
  const found = left(killed);
  expect(killed.audit.verify()).toBeNull();
  killed.close();

  // What it got done after the last word that was heard of it is not known: any number of whole changes.
  const steady = openCatalogue(join(folder, 'steady.sqlite'), 'w');
  for (let i = 0; i <= number; i++) doNumber(steady, i);
  let i = number;
  while (left(steady) !== found && i < number + 2000) doNumber(steady, ++i);
  expect(left(steady)).toBe(found);
  steady.close();
});
