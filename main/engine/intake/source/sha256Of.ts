import { createHash } from 'node:crypto';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { chunksOf, reportRead, type Source } from './source.ts';

/** The hash of all bytes of a source. */
export async function sha256Of(source: Source, context: IntakeContext): Promise<string> {
  const hash = createHash('sha256');
  let done = 0;
  for await (const chunk of chunksOf(source)) {
    hash.update(chunk);
    done += chunk.length;
    reportRead(source, 'reading', done);
    stopIfCancelled(context);
  }
  return hash.digest('hex');
}
