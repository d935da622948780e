import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { withSource } from '../source/source.ts';
import { linesAt } from './lines.ts';

const chunkBytes = 1 << 20;

interface Digest {
  /** The next bytes. A NUL byte, which DuckDB would take for a character, fails with its line. */
  push(chunk: Buffer): Promise<void>;
  /** SHA-256 of all of them. */
  end(): string;
}

/** Looks through the bytes of the text at `path`, as they come; `file` is its name for sentences. */
export function createDigest(path: string, file: string): Digest {
  const hash = createHash('sha256');
  let offset = 0;
  return {
    async push(chunk) {
      const nul = chunk.indexOf(0);
      if (nul >= 0) {
        const [line = 0] = await linesAt(path, [offset + nul]);
        throw new AppError('validation', 'fileHasNul', { file, line });
      }
      hash.update(chunk);
      offset += chunk.length;
    },
    end: () => hash.digest('hex'),
  };
}

/** SHA-256 of a staged text, every byte of which is looked at. */
export function digest(path: string, file: string, context: IntakeContext): Promise<string> {
  return withSource(path, async (staged) => {
    const found = createDigest(path, file);
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (let offset = 0; offset < staged.bytes; ) {
      stopIfCancelled(context);
      const chunk = await staged.read(offset, chunkBytes, buffer);
      if (chunk.length === 0) break;
      await found.push(chunk);
      offset += chunk.length;
    }
    return found.end();
  });
}
