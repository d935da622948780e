import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../../scripts/lib/lock.ts';
import { publish } from '../../scripts/lib/publish.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('publish', () => {
  test('leaves nothing behind when filling fails', async () => {
    const filling = publish(join(folder, 'target'), async (place) => {
      await writeFile(join(place, 'half'), 'x');
      throw new Error('connection lost');
    });
    await expect(filling).rejects.toThrow('connection lost');
    expect(await readdir(folder)).toEqual([]);
  });

  test('keeps what another process published first', async () => {
    const target = join(folder, 'target');
    await publish(target, async (place) => {
      await publish(target, (other) => writeFile(join(other, 'name'), 'first'));
      await writeFile(join(place, 'name'), 'second');
    });
    expect(await readFile(join(target, 'name'), 'utf8')).toBe('first');
    expect(await readdir(folder)).toEqual(['target']);
  });

  test('removes what a killed process left long ago', async () => {
    const abandoned = join(folder, 'target.partial-abc');
    await mkdir(abandoned);
    await utimes(abandoned, 0, 0);
    await publish(join(folder, 'target'), (place) => writeFile(join(place, 'name'), 'x'));
    expect(await readdir(folder)).toEqual(['target']);
  });
});

describe('withLock', () => {
  test('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => withLock(join(folder, 'lock'), work)));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test('takes over from a process that is gone', async () => {
    const lock = join(folder, 'lock');
    await mkdir(lock);
    await utimes(lock, 0, 0);
    expect(await withLock(lock, async () => 'done')).toBe('done');
  });

  test('is given back when the work fails', async () => {
    const lock = join(folder, 'lock');
    const failing = withLock(lock, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await readdir(folder)).toEqual([]);
  });
});
