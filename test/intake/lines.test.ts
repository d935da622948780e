import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDigest } from '#engine/intake/delimited/digest.ts';
import { linesAt } from '#engine/intake/delimited/lines.ts';
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
        const digest = createDigest(path, 'text');
        for (let at = 0; at < written.length; at += markedBytes)
          await digest.push(Buffer.from(written).subarray(at, at + markedBytes));
        expect(await linesAt(path, asked, digest.end().marks, pieceBytes)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
