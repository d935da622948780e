import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/errors/index.ts';
import { fileError } from './errors.ts';

/** A chosen file, open for reading, with the size it had when it was opened. */
export interface Source {
  readonly path: string;
  /** Its name without folders, for people. */
  readonly file: string;
  readonly bytes: number;
  /** The bytes at `position`, fewer at the end of the file; in `into`, where that is given. */
  read(position: number, length: number, into?: Buffer): Promise<Buffer>;
  /** Throws `fileChanged` when the file is no longer the one that was opened. */
  assertUnchanged(): Promise<void>;
}

/**
 * Opens a file for `work` and closes it after; every failure of the file system becomes a sentence about it. Our copy of the
 * user's file is opened with `file`, the name that the user knows.
 */
export async function withSource<T>(
  path: string,
  work: (source: Source) => Promise<T>,
  file = basename(path),
): Promise<T> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    const before = await handle.stat();
    if (before.isDirectory()) throw new AppError('validation', 'fileIsFolder', { file });
    if (!before.isFile()) throw new AppError('validation', 'fileUnknownFormat', { file });
    if (before.size === 0) throw new AppError('validation', 'fileEmpty', { file });
    return await work(sourceOf(path, file, handle, { size: before.size, mtimeMs: before.mtimeMs }));
  } catch (thrown) {
    throw fileError(thrown, file);
  } finally {
    await handle?.close();
  }
}

function sourceOf(path: string, file: string, handle: FileHandle, before: { size: number; mtimeMs: number }): Source {
  return {
    path,
    file,
    bytes: before.size,
    read: (position, length, into) => readAt(handle, position, length, into),
    async assertUnchanged() {
      const now = await handle.stat();
      if (now.size !== before.size || now.mtimeMs !== before.mtimeMs) throw new AppError('io', 'fileChanged', { file });
    },
  };
}

/** As many bytes as there are from `position` on, up to `length`. */
export async function readAt(
  handle: FileHandle,
  position: number,
  length: number,
  buffer: Buffer = Buffer.allocUnsafe(length),
): Promise<Buffer> {
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The bytes of a source one chunk after the other. */
export async function* chunksOf(source: Source, chunkBytes = 1 << 20): AsyncGenerator<Buffer> {
  for (let position = 0; position < source.bytes; ) {
    const chunk = await source.read(position, chunkBytes);
    if (chunk.length === 0) throw new AppError('io', 'fileChanged', { file: source.file });
    position += chunk.length;
    yield chunk;
  }
}
