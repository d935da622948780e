import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateSample, type SampleProgress } from '#engine/sample/index.ts';
import { isFull, whyNotNow } from '#test/support/tiers.ts';
import { shipped } from './support/portfolio.ts';

const names = ['交易流水.parquet', '客户清单.csv', '投放活动.xlsx', '贷款申请事件.csv'].sort();

describe('generating the sample', () => {
  let out = '';
  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'clientscope-sample-'));
  });
  afterEach(() => rm(out, { recursive: true, force: true }));

  it('gives the bytes that ship with the product, and tells of its progress, which never goes back and ends at 1', async () => {
    const seen: SampleProgress[] = [];
    const { files } = await generateSample({ size: 'S', out }, { progress: (progress) => seen.push(progress) });
    const shares = seen.map((progress) => progress.share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(new Set(seen.map((progress) => progress.file)).size).toBe(4);
    expect(files.map((file) => file.name).sort()).toEqual(names);
    for (const { name, bytes } of files) {
      const made = await readFile(join(out, name));
      expect(made.byteLength, name).toBe(bytes);
      expect(digest(made), name).toBe(digest(await readFile(join(shipped, name))));
    }
    expect((await readdir(out)).sort()).toEqual(names);
  });

  it('stays small enough to ship', async () => {
    const sizes = await Promise.all(names.map(async (name) => (await readFile(join(shipped, name))).byteLength));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
  });

  it.skipIf(!isFull)(`counts the rows of size M${whyNotNow}`, async () => {
    const { files } = await generateSample({ size: 'M', out });
    const rows = Object.fromEntries(files.map((file) => [file.name, file.rows]));
    expect(rows).toMatchObject({ '客户清单.csv': 20_150, '交易流水.parquet': 400_000, '投放活动.xlsx': 110 });
  });

  it('gives other data for another seed', async () => {
    await generateSample({ size: 'S', seed: 8, out });
    for (const name of names) {
      expect(digest(await readFile(join(out, name))), name).not.toBe(digest(await readFile(join(shipped, name))));
    }
  });

  it('leaves nothing behind, and old files as they were, when it is cancelled', async () => {
    await writeFile(join(out, '客户清单.csv'), 'old');
    const controller = new AbortController();
    const stop = {
      signal: controller.signal,
      progress: ({ share }: SampleProgress) => share > 0.3 && controller.abort(),
    };
    await expect(generateSample({ size: 'M', out }, stop)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(out)).toEqual(['客户清单.csv']);
    expect(await readFile(join(out, '客户清单.csv'), 'utf8')).toBe('old');
  });
});

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
