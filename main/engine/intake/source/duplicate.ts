import { chmod, constants, copyFile, type FileHandle, open, rm } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { fileError } from './errors.ts';
import { orCancelled } from './orCancelled.ts';
import { reportRead, type Source } from './source.ts';

/** The fastest copy of a file there is, at `path`, where nothing lies yet: the same blocks where the file system shares them. */
export async function duplicate(source: Source, path: string, context: IntakeContext): Promise<void> {
  if (await orCancelled(shareBlocks(source.path, path, context), context.signal)) return;
  const out = await open(path, 'wx', 0o600);
  try {
    await copyPieces(source, out, context);
  } catch (thrown) {
    throw fileError(thrown, source.file);
  } finally {
    await out.close();
  }
}

async function shareBlocks(from: string, to: string, { signal }: IntakeContext): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE_FORCE);
    await chmod(to, 0o600);
    // Nobody waits for it any more, so nobody would remove it.
    if (signal?.aborted) await rm(to, { force: true });
    return true;
  } catch {
    await rm(to, { force: true });
    return false;
  }
}

const pieceBytes = 1 << 20;

/** While a piece is written, the next one is read. */
async function copyPieces(source: Source, out: FileHandle, context: IntakeContext): Promise<void> {
  // The same ones again and again: fresh buffers would cost more than the copying.
  let [next, other] = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)];
  let written = Promise.resolve();
  try {
    for (let done = 0; done < source.bytes; ) {
      const piece = await source.read(done, pieceBytes, next);
      stopIfCancelled(context);
      if (piece.length === 0) throw new AppError('io', 'fileChanged', { file: source.file });
      await written;
      written = out.writeFile(piece);
      // Not lost: before the next piece is written, or in the end, it is awaited. Until then nobody has asked.
      written.catch(() => undefined);
      done += piece.length;
      [next, other] = [other, next];
      reportRead(source, 'copying', done);
    }
    await written;
  } finally {
    await Promise.allSettled([written]);
  }
}
