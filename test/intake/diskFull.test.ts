import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { canMount, onSmallDisk, whyNoMount } from '#test/support/smallDisk.ts';

const engine = fileURLToPath(new URL('./smallDisk.ts', import.meta.url));

/** Two engines, one after the other, on a disk of 64 MB that only they see. Returns what they told, by name. */
async function twoEngines(): Promise<Map<string, unknown>> {
  const script = '"$3" "$4" fill "$1" "$2" && "$3" "$4" again "$1" "$2"';
  const lines = (await onSmallDisk(64, script, [process.execPath, engine])).trimEnd().split('\n');
  return new Map(lines.map((line): [string, unknown] => JSON.parse(line)));
}

const fullNow = {
  code: 'diskFull',
  messageId: 'diskFullNow',
  zh: '磁盘空间不足，没有写入任何内容。请腾出空间后再试。',
  en: 'There is not enough disk space; nothing was written. Free some and try again.',
};

test.skipIf(!canMount)(
  `a full disk is told in words, nothing is left half, and work goes on${whyNoMount}`,
  async () => {
    const told = await twoEngines();
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
