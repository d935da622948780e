import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGrants } from '../../main/app/grants.ts';

test('a folder that was chosen is as large as the files in it that are read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clientscope-test-'));
  try {
    await writeFile(join(folder, '七月.csv'), 'a'.repeat(7000));
    await writeFile(join(folder, '八月.csv'), 'a'.repeat(800));
    await writeFile(join(folder, '.hidden'), 'a'.repeat(90));
    await mkdir(join(folder, 'older'));
    await writeFile(join(folder, 'older', '六月.csv'), 'a'.repeat(60_000));
    const grants = createGrants(async () => undefined);
    expect((await grants.add(folder)).bytes).toBe(7800);
    expect((await grants.add(join(folder, '八月.csv'))).bytes).toBe(800);
    expect((await grants.add(join(folder, 'gone.csv'))).bytes).toBe(0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
