import { createHash } from 'node:crypto';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { withSource } from '../source/source.ts';
import { linesAt } from './lines.ts';

const chunkBytes = 1 << 20;

/** SHA-256 of a staged text. A NUL byte, which DuckDB would take for a character, fails with its line. */
export function digest(path: string, file: string, context: IntakeContext): Promise<string> {
  return withSource(path, async (staged) => {
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (let offset = 0; offset < staged.bytes; ) {
      stopIfCancelled(context);
      const chunk = await staged.read(offset, chunkBytes, buffer);
      if (chunk.length === 0) break;
      const nul = chunk.indexOf(0);
      if (nul >= 0) {
        const [line = 0] = await linesAt(path, [offset + nul]);
        throw new AppError('validation', 'fileHasNul', { file, line });
      }
      hash.update(chunk);
      offset += chunk.length;
    }
    return hash.digest('hex');
  });
}
