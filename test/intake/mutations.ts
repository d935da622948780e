import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect } from 'vitest';
import { convertFile, describeFile } from '#engine/intake/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { encodings } from '#shared/intake/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn } from './support.ts';

const changes = fc.array(
  fc.record({ at: fc.nat(400), byte: fc.nat(255), kind: fc.constantFrom('set', 'insert', 'cut', 'repeat') }),
  { minLength: 1, maxLength: 12 },
);

/** A text in any encoding, a few of its bytes changed: the engine makes a table of it, or says in a sentence why not. */
export function survivesMutations(text: string, numRuns: number): Promise<void> {
  return withWorkspace(async (workspace, { folder }) => {
    let number = 0;
    const mutated = fc
      .tuple(fc.constantFrom(...encodings), changes)
      .map(([encoding, all]) => all.reduce(apply, Buffer.from(iconv.encode(text, encoding))));
    const property = fc.asyncProperty(mutated, async (bytes) => {
      const path = await fileIn(folder, `${number++}.csv`, bytes);
      for (const look of [
        () => describeFile(workspace, path, {}, {}),
        () => convertFile(workspace, { place: path, options: {}, asItStands: true }, {}, async () => undefined),
      ]) {
        const failed = await look().catch((thrown: unknown) => thrown);
        if (failed instanceof Error)
          expect(failed instanceof AppError && failed.code !== 'internal', String(failed)).toBe(true);
      }
    });
    await fc.assert(property, { numRuns });
  });
}

function apply(bytes: Buffer, { at, byte, kind }: { at: number; byte: number; kind: string }): Buffer {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (kind) {
    case 'set':
      return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
    case 'insert':
      return Buffer.concat([before, Buffer.from([byte]), after]);
    case 'cut':
      return Buffer.concat([before, after.subarray(1 + (byte % 20))]);
    default:
      return Buffer.concat([before, after.subarray(0, byte % 40), after]);
  }
}
