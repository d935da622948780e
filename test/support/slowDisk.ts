import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const server = fileURLToPath(new URL('./slowDiskServer.ts', import.meta.url));

/** A disk that gives the files of `behind` as slowly as it is told to: a real file system, mounted at `place`. */
export interface SlowDisk {
  readonly behind: string;
  readonly place: string;
  /** Gives so many bytes a second. */
  pace(bytesPerSecond: number): void;
  /** Gives none of these bytes of a file until they are released. */
  hold(from: number, to: number): void;
  release(): void;
  /** Resolves once somebody waits for a byte that is held. */
  held(): Promise<void>;
}

export const canBeSlow = canMount();
/** For the name of a test that needs a slow disk. */
export const whyNotSlow = canBeSlow ? '' : ' (skipped: no file system can be mounted here)';

function canMount(): boolean {
  try {
    openSync('/dev/fuse', 'r+');
  } catch {
    return false;
  }
  return spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status === 0;
}

export async function withSlowDisk<T>(work: (disk: SlowDisk) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-slow-'));
  const [behind, place] = [join(folder, 'behind'), join(folder, 'disk')];
  await Promise.all([behind, place].map((path) => mkdir(path)));
  const running = spawn(process.execPath, [server, behind, place], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(running, 'exit');
  const waiting: (() => void)[] = [];
  let heldBefore = 0;
  const lines = createInterface({ input: running.stdout });
  const ready = once(lines, 'line');
  lines.on('line', (line) => {
    if (!line.startsWith('held')) return;
    const first = waiting.shift();
    if (first) first();
    else heldBefore++;
  });
  const say = (line: string) => void running.stdin.write(`${line}\n`);
  try {
    await ready;
    return await work({
      ...{ behind, place },
      pace: (bytesPerSecond) => say(`pace ${bytesPerSecond}`),
      hold: (from, to) => say(`hold ${from} ${to}`),
      release: () => say('release'),
      held: () =>
        new Promise((resolve) => {
          if (heldBefore > 0) {
            heldBefore--;
            resolve();
          } else waiting.push(resolve);
        }),
    });
  } finally {
    // It has to answer while it is taken away; then whoever still waits is told that it is gone.
    await promisify(execFile)('umount', ['-l', place]);
    running.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}
