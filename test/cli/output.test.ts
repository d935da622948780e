import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName, writeText, writeWhole } from '../../main/cli/output.ts';

const free = new Set<string>();

describe('safeFileName', () => {
  it.each([
    ['客群概览', '客群概览'],
    ['a/b\\c:d', 'a_b_c_d'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..', '_'],
    ['con', '_con'],
    ['a\nb\u202E', 'a_b_'],
    ['x'.repeat(300), 'x'.repeat(80)],
  ])('makes %j into %j', (name, file) => {
    expect(safeFileName(name, free)).toBe(file);
  });

  it('gives two reports two files, whatever the case', () => {
    expect(safeFileName('Report', new Set(['report']))).toBe('Report (2)');
  });

  it('never leaves the folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '\\', '.', ' ', 'a', '\0', ':', '客') }), (name) => {
        const file = safeFileName(name, free);
        return file !== '' && !/[/\\\0:]/.test(file) && !file.startsWith('.') && join('/out', file).startsWith('/out/');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('writing', () => {
  it('leaves all of a file or nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clientscope-out-'));
    await expect(writeWhole(folder, 'a.pdf', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await readdir(folder)).toEqual([]);
    await writeText(folder, 'a.json', '{}');
    expect(await readdir(folder)).toEqual(['a.json']);
    await expect(writeText(join(folder, 'none'), 'a.json', '{}')).rejects.toMatchObject({ messageId: 'io' });
    await rm(folder, { recursive: true });
  });
});
