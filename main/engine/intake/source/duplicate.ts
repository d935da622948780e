import { chmod, constants, copyFile, type FileHandle, open, rm } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createDigest, type Digested, digestedBytes } from '../delimited/digest.ts';
import { fileError } from './errors.ts';
import { orCancelled } from './orCancelled.ts';
import { reportRead, type Source } from './source.ts';

/**
 * The fastest copy of a text there is, at `path`, where nothing lies yet: none at all where the file system shares blocks,
 * which answers null. Otherwise what the bytes say, looked through on the way.
 */
export async function duplicate(source: Source, path: string, context: IntakeContext): Promise<Digested | null> {
  if (await orCancelled(shareBlocks(source.path, path, context), context.signal)) return null;
  const out = await open(path, 'wx', 0o600);
  const digest = createDigest(source.path, source.file);
  try {
    await copyPieces(source, out, context, (piece) => digest.push(piece));
  } catch (thrown) {
    throw fileError(thrown, source.file);
  } finally {
    await out.close();
  }
  return digest.end();
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

/** While a piece is looked at, the next one is read, and the one before may still be written. */
async function copyPieces(
  source: Source,
  out: FileHandle,
  context: IntakeContext,
  look: (piece: Buffer) => Promise<void>,
): Promise<void> {
  // The same ones again and again: fresh buffers would cost more than the copying.
  const slots = Array.from({ length: 3 }, () => ({
    buffer: Buffer.allocUnsafeSlow(digestedBytes),
    written: Promise.resolve(),
  }));
  const readNext = async (position: number) => {
    const [slot] = slots.splice(0, 1);
    if (!slot) throw new Error('every slot is waited for');
    slots.push(slot);
    await slot.written;
    return { slot, piece: await source.read(position, digestedBytes, slot.buffer) };
  };
  let written = Promise.resolve();
  try {
    let coming = readNext(0);
    for (let done = 0; done < source.bytes; ) {
      const { slot, piece } = await coming;
      stopIfCancelled(context);
      if (piece.length === 0) throw new AppError('io', 'fileChanged', { file: source.file });
      written = written.then(() => out.writeFile(piece));
      slot.written = written;
      // Not lost: whoever reads into its slot next, or waits for the last one, gets the failure. Until then nobody has asked.
      written.catch(() => undefined);
      done += piece.length;
      coming = readNext(done);
      await Promise.all([coming, look(piece)]);
      reportRead(source, 'copying', done);
    }
    await written;
  } finally {
    await Promise.allSettled([written]);
  }
}
