import { createHash } from 'node:crypto';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { chunksOf, type Source } from './source.ts';

/** The hash of all bytes of a source. */
export async function sha256Of(source: Source, context: IntakeContext): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of chunksOf(source)) {
    hash.update(chunk);
    done += chunk.length;
    context.progress?.({ stage: 'reading', share: Math.min(1, done / source.bytes) });
    stopIfCancelled(context);
  }
  return hash.digest('hex');
}
