import { access, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.ts';
import { capture } from '../../scripts/lib/process.ts';
import { isRoot } from '../../scripts/lib/sandbox.ts';

const executable = process.env.CLIENTSCOPE_PACKAGED ?? '';
const resources = join(dirname(executable), 'resources');
const unpacked = join(resources, 'app.asar.unpacked', 'node_modules');

describe('the package', () => {
  test.each([
    ['RunAsNode', FuseState.DISABLE],
    ['EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
    ['EnableNodeCliInspectArguments', FuseState.DISABLE],
    ['OnlyLoadAppFromAsar', FuseState.ENABLE],
    ['EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
    ['GrantFileProtocolExtraPrivileges', FuseState.DISABLE],
  ] as const)('has the fuse %s set', async (name, expected) => {
    const wire = await getCurrentFuseWire(executable);
    expect(wire[FuseV1Options[name]]).toBe(expected);
  });

  test('cannot be used as a Node', async () => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    const { output } = await capture(executable, ['-p', '"ran" + "AsNode"'], { env, timeoutMs: 5_000 });
    expect(output).not.toContain('ranAsNode');
  });

  test('keeps the native libraries outside the archive, and no Node of its own', async () => {
    await access(join(resources, 'app.asar'));
    expect(await readdir(unpacked)).toEqual(expect.arrayContaining(['@duckdb', 'better-sqlite3']));
    expect((await readdir(unpacked)).filter((name) => name.startsWith('node-linux'))).toEqual([]);
  });

  test('starts, and its engine queries DuckDB and SQLite and counts lines in a thread', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'clientscope-package-'));
    const display = hasDisplay() ? undefined : await startVirtualDisplay();
    try {
      const env = { ...process.env, ...(display && { DISPLAY: display.name }) };
      const flags = [`--user-data-dir=${profile}`, ...(isRoot() ? ['--no-sandbox'] : [])];
      const { code, output } = await capture(executable, ['--self-check', ...flags], { env, timeoutMs: 60_000 });
      expect(output).toMatch(/^\{.*"selfCheck":"ok".*"thread":"counts lines".*\}$/m);
      expect(code).toBe(0);
    } finally {
      display?.stop();
      await rm(profile, { recursive: true, force: true });
    }
  }, 90_000);
});
