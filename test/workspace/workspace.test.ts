import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';

const isRoot = process.getuid?.() === 0;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-workspace-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a workspace folder', () => {
  it('is refused by name when it is no workspace, not empty, missing or a file', async () => {
    const path = join(folder, '资料');
    await expect(openWorkspace({ path })).rejects.toMatchObject({
      messageId: 'workspaceMissing',
      params: { name: '资料' },
    });
    await mkdir(path);
    await expect(openWorkspace({ path })).rejects.toMatchObject({ messageId: 'workspaceNotOne' });
    await writeFile(join(path, 'a.txt'), 'kept');
    await expect(openWorkspace({ path, create: true })).rejects.toMatchObject({ messageId: 'workspaceNotEmpty' });
    await expect(openWorkspace({ path: join(path, 'a.txt'), create: true })).rejects.toMatchObject({
      messageId: 'workspaceNotOne',
    });
  });

  it('of a newer version, or with a damaged database, is left as it is', async () => {
    const path = join(folder, 'w');
    await closeWorkspace(await openWorkspace({ path, create: true }));
    await writeFile(join(path, 'warehouse.duckdb'), 'no database at all '.repeat(2000));
    await expect(openWorkspace({ path })).rejects.toMatchObject({ code: 'corrupt' });
    const newer = { format: 'clientscope.workspace', version: 99, name: 'w', sample: false };
    await writeFile(join(path, 'clientscope.json'), JSON.stringify(newer));
    await expect(openWorkspace({ path })).rejects.toMatchObject({ messageId: 'workspaceNewer', params: { found: 99 } });
  });

  it.skipIf(isRoot)('that may not be written or read says so', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o500 });
    const inside = { path: join(closed, 'w'), create: true };
    await expect(openWorkspace(inside)).rejects.toMatchObject({ messageId: 'workspaceNotWritable' });
    await chmod(closed, 0o000);
    await expect(openWorkspace({ path: closed, create: true })).rejects.toMatchObject({
      messageId: 'workspaceNotWritable',
    });
    await chmod(closed, 0o700);
  });
});
