import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { type Source, withSource } from '../source/source.ts';
import { countLineEnds, linesAt } from './lines.ts';

const chunkBytes = 1 << 20;

/** What all bytes of a text say. */
export interface Digested {
  readonly sha256: string;
  /** Lines, the last one too where nothing ends it. */
  readonly lines: number;
}

interface Digest {
  /** The next bytes. A NUL byte, which DuckDB would take for a character, fails with its line. */
  push(chunk: Buffer): Promise<void>;
  end(): Digested;
}

/** Looks through the bytes of the text at `path`, as they come; `file` is its name for sentences. */
export function createDigest(path: string, file: string): Digest {
  const hash = createHash('sha256');
  const ends = countLineEnds();
  let offset = 0;
  let last = 10;
  return {
    async push(chunk) {
      const nul = chunk.indexOf(0);
      if (nul >= 0) {
        const [line = 0] = await linesAt(path, [offset + nul]);
        throw new AppError('validation', 'fileHasNul', { file, line });
      }
      hash.update(chunk);
      ends.push(chunk);
      last = chunk.at(-1) ?? last;
      offset += chunk.length;
    },
    end: () => ({ sha256: hash.digest('hex'), lines: ends.total() + (last === 10 || last === 13 ? 0 : 1) }),
  };
}

/** Looks at every byte of a staged text. */
export function digest(path: string, file: string, context: IntakeContext): Promise<Digested> {
  const look = async (staged: Source) => {
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
  };
  return withSource(path, look, { file });
}
