import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digest } from '#engine/intake/delimited/digest.ts';
import { linesAt } from '#engine/intake/delimited/lines.ts';
import { lookThrough } from '#engine/intake/delimited/lookThrough.ts';
import { fileIn } from './support.ts';

/** Written down otherwise: the lines that the text before has, once line ends at the offset are stepped over. */
function lineOf(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (text[at] === '\n' || text[at] === '\r') at++;
  return text.slice(0, at).split(/\r\n|\n|\r/).length;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-lines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the lines of byte offsets', () => {
  test('are those of any text with any line ends, wherever a piece of it ends', async () => {
    const character = fc.constantFrom('a', 'b', '\n', '\r', '\r\n');
    const text = fc.array(character, { maxLength: 60 }).map((parts) => parts.join(''));
    const offsets = fc.array(fc.nat({ max: 70 }), { maxLength: 6 }).map((each) => each.sort((a, b) => a - b));
    const pieces = fc.integer({ min: 1, max: 17 });
    await fc.assert(
      fc.asyncProperty(text, offsets, pieces, pieces, async (written, asked, pieceBytes, markedBytes) => {
        const path = await fileIn(folder, 'text', written);
        const expected = asked.map((offset) => lineOf(written, offset));
        expect(await linesAt(path, asked, [], pieceBytes)).toEqual(expected);
        const looked = lookThrough(path, markedBytes);
        expect(await linesAt(path, asked, 'marks' in looked ? looked.marks : [], pieceBytes)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('are marked by the thread that looks through a large text as they are by anybody', async () => {
    const path = await fileIn(folder, 'large', 'some words,1\r\nothers,2\n'.repeat(400_000));
    const told = await digest(path, 'large', {});
    expect(told).toEqual(lookThrough(path));
    expect(told).toMatchObject({ lines: 800_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(told.marks.length).toBeGreaterThan(10);
    const signal = AbortSignal.abort();
    await expect(digest(path, 'large', { signal })).rejects.toMatchObject({ messageId: 'cancelled' });
    await expect(digest(join(folder, 'none'), 'none', {})).rejects.toMatchObject({ messageId: 'fileMissing' });
  });
});
