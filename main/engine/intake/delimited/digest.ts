import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { type Source, withSource } from '../source/source.ts';
import { countLineEnds, type LineMark, linesAt } from './lines.ts';

/** As many bytes as are looked at before they have left the processor's cache: larger pieces take half as long again. */
export const digestedBytes = 1 << 19;

/** What all bytes of a text say. */
export interface Digested {
  readonly sha256: string;
  /** Lines, the last one too where nothing ends it. */
  readonly lines: number;
  /** Places from which the lines of others are told without counting from the first byte. */
  readonly marks: readonly LineMark[];
}

/** What is said of a text that was written anew since: what it was, but not where its lines are. */
export const writtenAnew = (digested: Digested): Digested => ({ ...digested, marks: [] });

interface Digest {
  /** The next bytes. A NUL byte, which DuckDB would take for a character, fails with its line. */
  push(chunk: Buffer): Promise<void>;
  end(): Digested;
}

/** Looks through the bytes of the text at `path`, as they come; `file` is its name for sentences. */
export function createDigest(path: string, file: string): Digest {
  const hash = createHash('sha256');
  const ends = countLineEnds();
  const marks: LineMark[] = [];
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
      if (last !== 13) marks.push({ offset, ends: ends.total() });
    },
    end: () => ({
      sha256: hash.digest('hex'),
      lines: ends.total() + (last === 10 || last === 13 ? 0 : 1),
      marks,
    }),
  };
}

/** Looks at every byte of a staged text. */
export function digest(path: string, file: string, context: IntakeContext): Promise<Digested> {
  const look = async (staged: Source) => {
    const found = createDigest(path, file);
    const buffer = Buffer.allocUnsafe(digestedBytes);
    for (let offset = 0; offset < staged.bytes; ) {
      stopIfCancelled(context);
      const chunk = await staged.read(offset, digestedBytes, buffer);
      if (chunk.length === 0) break;
      await found.push(chunk);
      offset += chunk.length;
    }
    return found.end();
  };
  return withSource(path, look, { file });
}
