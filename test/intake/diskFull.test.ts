import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const engine = fileURLToPath(new URL('./smallDisk.ts', import.meta.url));
const asRoot = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
const mount = 'mount -t tmpfs -o size=64m,mode=700 tmpfs "$3"';
const canMount = tries('mount -t tmpfs tmpfs /mnt');
const why = canMount ? '' : ' (skipped: no small disk can be mounted here)';

function tries(script: string): boolean {
  try {
    execFileSync('unshare', [...asRoot, '--mount', 'sh', '-c', script], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Two engines, one after the other, on a disk of 64 MB that only they see. Returns what they told, by name. */
async function onSmallDisk(): Promise<Map<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-disk-'));
  try {
    const [disk, elsewhere] = [join(folder, 'disk'), join(folder, 'elsewhere')];
    await Promise.all([disk, elsewhere].map((path) => mkdir(path)));
    const script = `${mount} && "$1" "$2" fill "$3" "$4" && "$1" "$2" again "$3" "$4"`;
    const run = ['sh', '-c', script, 'sh', process.execPath, engine, disk, elsewhere];
    const { stdout } = await promisify(execFile)('unshare', [...asRoot, '--mount', ...run]);
    const lines = stdout.trimEnd().split('\n');
    return new Map(lines.map((line): [string, unknown] => JSON.parse(line)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const fullNow = {
  code: 'diskFull',
  messageId: 'diskFullNow',
  zh: '磁盘空间不足，没有写入任何内容。请腾出空间后再试。',
  en: 'There is not enough disk space; nothing was written. Free some and try again.',
};

test.skipIf(!canMount)(
  `a full disk is told in words, nothing is left half, and work goes on${why}`,
  async () => {
    const told = await onSmallDisk();
    expect(told.get('before')).toBe(2);
    const tooLong = {
      code: 'diskFull',
      messageId: 'diskFull',
      zh: expect.stringMatching(/需要约 \d+ MB，剩余 \d+ MB/),
    };
    expect(told.get('longer than the disk')).toMatchObject(tooLong);
    expect(told.get('longer than gzip usually is')).toMatchObject(fullNow);
    expect(told.get('robbed')).toMatchObject(fullNow);
    expect(told.get('full')).toEqual({ staged: [], datasets: { before: 2 } });
    expect(told.get('after')).toBe(2);

    // DuckDB itself breaks off: main is asked for another engine, which finds all that was there.
    expect(told.get('moves the log')).toMatchObject(fullNow);
    expect(told.get('engine')).toEqual({ type: 'stuck' });
    const pieces = [...told].filter(([name]) => /^piece \d+$/.test(name) && name !== 'piece 1');
    const kept = { before: 2, after: 2, ...Object.fromEntries(pieces), 'fills the log': 50_000 };
    expect(Object.values(kept).every(Number.isInteger)).toBe(true);
    expect(told.get('reopened')).toEqual({ staged: [], datasets: kept });
    expect(told.get('in the end')).toEqual({ staged: [], datasets: { ...kept, afterwards: 2 } });
  },
  120_000,
);
