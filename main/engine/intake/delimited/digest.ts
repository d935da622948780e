import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { linesAt } from './lines.ts';

/** SHA-256 of a staged text. A NUL byte, which DuckDB would take for a character, fails with its line. */
export async function digest(path: string, file: string, context: IntakeContext): Promise<string> {
  const hash = createHash('sha256');
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!Buffer.isBuffer(chunk)) continue;
    stopIfCancelled(context);
    const nul = chunk.indexOf(0);
    if (nul >= 0) {
      const [line = 0] = await linesAt(path, [offset + nul]);
      throw new AppError('validation', 'fileHasNul', { file, line });
    }
    hash.update(chunk);
    offset += chunk.length;
  }
  return hash.digest('hex');
}
