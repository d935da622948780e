import { writeFile } from 'node:fs/promises';

/**
 * Writes chunks as a file that is not there yet, readable by its user only; the last stage of a pipeline, too. It is closed
 * when this ends, however it ends: a stream that fails before it is opened would make its file after it was removed.
 */
export function writeNew(path: string, chunks: AsyncIterable<Buffer | string>): Promise<void> {
  return writeFile(path, chunks, { mode: 0o600, flag: 'wx' });
}
