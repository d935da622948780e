import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { AppError, withoutPath } from '#shared/errors/index.ts';

/** A file that is being written beside its place. */
export interface Writing {
  write(bytes: Buffer): Promise<void>;
  /** What is written reaches the disk; its size and hash. */
  finish(): Promise<{ bytes: number; sha256: string }>;
}

/**
 * Writes a file under another name and puts it into its place when `work` has finished: on any failure nothing of it
 * stays, and what stood there before is as it was. `name` is the file in sentences.
 */
export async function writeWhole<T>(
  paths: { temporary: string; target: string; name: string },
  work: (writing: Writing) => Promise<T>,
): Promise<T> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(paths.temporary, 'wx', 0o600);
    const result = await work(writingTo(handle, paths.name));
    await handle.close();
    handle = undefined;
    await rename(paths.temporary, paths.target);
    return result;
  } catch (thrown) {
    await handle?.close().catch(() => undefined);
    await rm(paths.temporary, { force: true });
    throw writeError(thrown, paths.name);
  }
}

function writingTo(handle: FileHandle, name: string): Writing {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async write(part) {
      hash.update(part);
      bytes += part.length;
      // Told here, because what goes through the database on its way up is taken for its own.
      await handle.appendFile(part).catch((thrown) => {
        throw writeError(thrown, name);
      });
    },
    async finish() {
      await handle.sync();
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}

function writeError(thrown: unknown, file: string): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (thrown instanceof AppError || !/^E[A-Z]+$/.test(code)) return thrown;
  const options = { detail: withoutPath(thrown), cause: thrown };
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('diskFull', 'diskFullNow', {}, options);
  return new AppError('io', 'io', { file }, options);
}
