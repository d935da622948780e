import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inspect, load, requireAsSeen, stampOf } from '#engine/intake/index.ts';
import { createPace, slowAt } from '#engine/intake/source/pace.ts';
import type { CallProgress } from '#shared/contract/index.ts';
import { slowDiskAdvice, slowDiskProgress } from '#shared/intake/index.ts';
import { canBeSlow, whyNotSlow, withSlowDisk } from '#test/support/slowDisk.ts';
import { isFull, whyNotNow } from '#test/support/tiers.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { zipOf } from '#test/support/zip.ts';
import { command } from '../cli/support.ts';
import { expectNothingBut, failureOf, fileIn } from './support.ts';

const table = 'id,name\n'.padEnd(30_000_000, '1,abc\n');
const megabyte = 1_000_000;

describe('pace', () => {
  /** A disk that gives a megabyte in so many milliseconds each. */
  const paceOf = (...times: number[]) => {
    const pace = createPace();
    let at = 0;
    for (const milliseconds of times) {
      pace.began(at);
      at += milliseconds;
      pace.ended(at, megabyte);
    }
    return { pace, at };
  };

  test('a slow disk is told with what is left, not by its first reads alone', () => {
    const { pace, at } = paceOf(500, 500, 500, 500);
    expect(pace.slowness(at, 100 * megabyte)).toEqual({ kind: 'slow', bytesPerSecond: 2_000_000, secondsLeft: 50 });
    expect(paceOf(500, 500, 500).pace.slowness(1500, 100 * megabyte)).toBeNull();
  });

  test('nothing is said of a quick disk, of one that only had to wake up, and of what is soon read', () => {
    const quick = paceOf(10, 10, 10, 10);
    expect(quick.pace.slowness(quick.at, 10_000 * megabyte)).toBeNull();
    const woken = paceOf(3000, 10, 10, 10);
    expect(woken.pace.slowness(woken.at, 10_000 * megabyte)).toBeNull();
    const short = paceOf(500, 500, 500, 500);
    expect(short.pace.slowness(short.at, 18 * megabyte)).toBeNull();
  });

  test('the pace is that of the last reads', () => {
    const { pace, at } = paceOf(...Array.from({ length: 20 }, () => 10), ...Array.from({ length: 16 }, () => 1000));
    expect(pace.slowness(at, 60 * megabyte)).toEqual({ kind: 'slow', bytesPerSecond: megabyte, secondsLeft: 60 });
  });

  test('a disk that does not answer is told by the seconds, and no more once it does', () => {
    const { pace, at } = paceOf(10, 10, 10, 10);
    pace.began(at);
    expect(pace.slowness(at + 4999, 0)).toBeNull();
    expect(pace.slowness(at + 20_400, 0)).toEqual({ kind: 'silent', seconds: 20 });
    pace.ended(at + 20_500, megabyte);
    expect(pace.slowness(at + 20_600, 0)).toBeNull();
  });

  test('in words', () => {
    const disk = slowAt(2_100_000, 350 * megabyte);
    if (!disk) throw new Error('not slow');
    expect(slowDiskProgress(disk, 'zh')).toBe('约还要 3 分钟 · 文件所在的磁盘很慢，每秒约 2 MB');
    expect(slowDiskProgress(disk, 'en')).toBe('About 3 min left · the file’s disk is slow, about 2 MB a second');
    expect(slowDiskAdvice(disk, 'zh')).toContain('每秒约 2 MB，读完约需 3 分钟。建议先把文件复制到本机磁盘');
    expect(slowDiskAdvice(slowAt(40_000, 2 * megabyte) ?? disk, 'en')).toContain('about 0.1 MB a second');
    expect(slowDiskProgress({ kind: 'silent', seconds: 20 }, 'zh')).toContain('已 20 秒没有回应');
  });
});

describe.skipIf(!canBeSlow)(`a slow disk${whyNotSlow}`, () => {
  test('a load is told to be slow, and stops at once when it is cancelled', () =>
    withSlowDisk((disk) =>
      withWorkspace(async (workspace) => {
        await writeFile(join(disk.behind, 'slow.csv'), table);
        disk.pace(2_000_000);
        const abort = new AbortController();
        const told: CallProgress[] = [];
        const progress = (each: CallProgress) => {
          told.push(each);
          if (each.disk?.kind === 'slow') abort.abort();
        };
        const path = join(disk.place, 'slow.csv');
        const failure = await failureOf(load(workspace, path, 'data', {}, { signal: abort.signal, progress }));
        expect(failure.messageId).toBe('cancelled');
        expect(told.at(-1)?.disk).toMatchObject({ kind: 'slow', secondsLeft: expect.any(Number) });
        await expectNothingBut(workspace, []);

        // The preview says it beforehand, also the second time, when the computer has kept what it reads.
        const first = await inspect(workspace, path, {}, {});
        expect(first.disk).toMatchObject({ kind: 'slow' });
        disk.pace(0);
        expect((await inspect(workspace, path, {}, {})).disk).toEqual(first.disk);
      }),
    ));

  // They wait for what a user waits for before something is said.
  test.skipIf(!isFull)(
    `a disk that does not answer is told, waited for, and loaded from when it does${whyNotNow}`,
    () =>
      withSlowDisk((disk) =>
        withWorkspace(async (workspace) => {
          await writeFile(join(disk.behind, 'stuck.csv'), table);
          disk.hold(5 * megabyte, 6 * megabyte);
          let silent = 0;
          const progress = (each: CallProgress) => {
            if (each.disk?.kind === 'silent' && silent++ === 0) disk.release();
          };
          const dataset = await load(workspace, join(disk.place, 'stuck.csv'), 'data', {}, { progress });
          expect(silent).toBeGreaterThan(0);
          expect(dataset.rows).toBe(table.split('\n').length - 1);
        }),
      ),
  );

  test.each(['csv', 'csv.gz', 'zip', 'duckdb'])('a cancel does not wait for a read that is stuck: %s', (kind) =>
    withSlowDisk((disk) =>
      withWorkspace(async (workspace) => {
        const name = `stuck.${kind}`;
        await writeFile(join(disk.behind, name), contentOf(kind));
        // Behind what a look needs, which is the head and a little of the middle and the end.
        disk.hold(2 * megabyte, 2.2 * megabyte);
        const abort = new AbortController();
        const path = join(disk.place, name);
        const loading = failureOf(load(workspace, path, 'data', {}, { signal: abort.signal }));
        await disk.held();
        abort.abort();
        expect((await loading).messageId).toBe('cancelled');
        await expectNothingBut(workspace, []);
        disk.release();
      }),
    ),
  );

  test.skipIf(!isFull)(
    `the command says that a disk does not answer, and ends at Ctrl-C, its read still stuck${whyNotNow}`,
    () =>
      withSlowDisk(async (disk) => {
        await writeFile(join(disk.behind, 'stuck.csv'), table);
        disk.hold(5 * megabyte, 6 * megabyte);
        const environment = { ...process.env, LANG: 'en_US.UTF-8' };
        const running = spawn(process.execPath, [command, 'inspect', join(disk.place, 'stuck.csv')], {
          env: environment,
        });
        const told: string[] = [];
        const ended = once(running, 'exit');
        running.stderr.setEncoding('utf8').on('data', (text: string) => {
          if (told.length === 0) running.kill('SIGINT');
          told.push(text);
        });
        const [code, signal] = await ended;
        expect(code ?? signal).toBe('SIGINT');
        expect(told.join('')).toMatch(
          /^The file’s disk has not answered for 5 s\..*\nCancelled\. Nothing was changed\./,
        );
      }),
  );

  test('a file that grows while its disk is slow is told, and nothing of it is kept', () =>
    withSlowDisk((disk) =>
      withWorkspace(async (workspace) => {
        await writeFile(join(disk.behind, 'growing.csv'), table);
        disk.hold(20 * megabyte, 21 * megabyte);
        const loading = failureOf(load(workspace, join(disk.place, 'growing.csv'), 'data', {}, {}));
        await disk.held();
        await appendFile(join(disk.behind, 'growing.csv'), '2,late\n');
        disk.release();
        expect((await loading).messageId).toBe('fileChanged');
        await expectNothingBut(workspace, []);
      }),
    ));
});

test('a file, a folder and files that changed since they were looked at are told', () =>
  withWorkspace(async (_, { folder }) => {
    const one = await fileIn(folder, 'one.csv', 'id\n1\n');
    const other = await fileIn(folder, 'other.csv', 'id\n2\n');
    const places = [one, folder, [one, other], [other, one]];
    const stamps = await Promise.all(places.map((place) => stampOf(place, {})));
    for (const [i, place] of places.entries()) await requireAsSeen(place, stamps[i], {});
    await appendFile(one, '3\n');
    for (const [i, place] of places.entries())
      expect(await failureOf(requireAsSeen(place, stamps[i], {}))).toMatchObject({ messageId: 'fileChangedSince' });
    await requireAsSeen(one, undefined, {});
    await requireAsSeen(other, await stampOf(other, {}), {});
  }));

/** At least 3 MB, packed too. */
function contentOf(kind: string): string | Buffer {
  const noise = `id,x\n${randomBytes(3_000_000).toString('hex').replaceAll(/.{60}/g, '1,$&\n')}`;
  switch (kind) {
    case 'csv':
      return table;
    case 'csv.gz':
      return gzipSync(noise);
    case 'zip':
      return zipOf({ 'a.csv': noise });
    default:
      return Buffer.concat([Buffer.alloc(8), Buffer.from('DUCK'), randomBytes(3_000_000)]);
  }
}
