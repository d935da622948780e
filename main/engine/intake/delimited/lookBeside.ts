import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors/index.ts';
import type { lookThrough } from './lookThrough.ts';

/**
 * The same as `lookThrough`, by a thread of its own, which `signal` ends: `cancelled`. Settles when nobody has the text open
 * any more.
 */
export function lookBeside(path: string, signal?: AbortSignal): Promise<ReturnType<typeof lookThrough>> {
  return new Promise((resolve, reject) => {
    // It makes next to nothing, and would let that lie about for long: peak memory is that of a whole import.
    const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 };
    const worker = new Worker(new URL('./lookWorker.ts', import.meta.url), { workerData: path, resourceLimits });
    const stop = () => void worker.terminate();
    let failure: unknown = null;
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', (thrown) => {
      failure = thrown;
    });
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      const stopped = signal?.aborted
        ? new AppError('cancelled', 'cancelled')
        : new AppError('internal', 'internal', {}, { detail: 'the thread ended without a word' });
      reject(failure ?? stopped);
    });
  });
}
