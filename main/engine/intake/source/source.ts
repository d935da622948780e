import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallProgress } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { SlowDisk } from '#shared/intake/index.ts';
import type { IntakeContext } from '../context.ts';
import { fileError } from './errors.ts';
import { knownPace } from './knownPaces.ts';
import { orCancelled } from './orCancelled.ts';
import { bytesAtOnce, createPace, type Pace, slowAt } from './pace.ts';

/** A chosen file, open for reading, with the size it had when it was opened. */
export interface Source {
  readonly path: string;
  /** Its name without folders, for people. */
  readonly file: string;
  readonly bytes: number;
  /** The bytes at `position`, fewer at the end of the file; in `into`, where that is given. Gives up when the call does. */
  read(position: number, length: number, into?: Buffer): Promise<Buffer>;
  /** Throws `fileChanged` when the file is no longer the one that was opened. */
  assertUnchanged(): Promise<void>;
  /** Tells how far a stage is that reads the file, with a word on its disk where that is slow. */
  report(stage: CallProgress['stage'], share: number | null, bytesLeft: number): void;
  /** What there is to say of its disk before all of it is read. */
  slowness(): SlowDisk | null;
}

interface Opening {
  /** Our copy of the user's file is opened with the name that the user knows. */
  readonly file?: string;
  /** Of the call that a file of the user's is read for: what its progress and its cancel have to do with the disk. */
  readonly context?: IntakeContext;
}

/** How often a call says that a disk does not answer. */
const tickMilliseconds = 1000;

/** Opens a file for `work` and closes it after; every failure of the file system becomes a sentence about it. */
export async function withSource<T>(
  path: string,
  work: (source: Source) => Promise<T>,
  { file = basename(path), context = {} }: Opening = {},
): Promise<T> {
  const { signal } = context;
  const pace = createPace();
  const teller = tellOf(pace, context);
  let opening: Promise<FileHandle> | undefined;
  try {
    pace.began(performance.now());
    opening = open(path, 'r');
    const handle = await orCancelled(opening, signal);
    const before = await orCancelled(handle.stat(), signal);
    pace.ended(performance.now(), 0);
    if (before.isDirectory()) throw new AppError('validation', 'fileIsFolder', { file });
    if (!before.isFile()) throw new AppError('validation', 'fileUnknownFormat', { file });
    if (before.size === 0) throw new AppError('validation', 'fileEmpty', { file });
    return await work({
      ...{ path, file, bytes: before.size },
      read: (position, length, into) => readPaced(handle, pace, { position, length, into }, signal),
      async assertUnchanged() {
        const now = await orCancelled(handle.stat(), signal);
        const same = now.size === before.size && now.mtimeMs === before.mtimeMs;
        if (!same) throw new AppError('io', 'fileChanged', { file });
      },
      report: teller.report,
      slowness: () => slowAt(knownPace(path, pace.bytesPerSecond()), before.size),
    });
  } catch (thrown) {
    throw fileError(thrown, file);
  } finally {
    teller.end();
    // Closing waits for a read that the disk still keeps; whoever has cancelled does not.
    const closing = opening?.then((handle) => handle.close()).catch(() => undefined);
    if (!signal?.aborted) await closing;
  }
}

interface Teller extends Pick<Source, 'report'> {
  end(): void;
}

/** Tells progress, and goes on telling while the disk is silent. */
function tellOf(pace: Pace, { progress }: IntakeContext): Teller {
  if (!progress) return { report: () => undefined, end: () => undefined };
  let last: CallProgress = { stage: 'reading', share: null };
  let left = 0;
  let said = false;
  const tell = (always: boolean) => {
    const disk = pace.slowness(performance.now(), left);
    if (always || disk || said) progress(disk ? { ...last, disk } : last);
    said = disk !== null;
  };
  const ticking = setInterval(() => tell(false), tickMilliseconds);
  return {
    report: (stage, share, bytesLeft) => {
      last = { stage, share };
      left = bytesLeft;
      tell(true);
    },
    end: () => clearInterval(ticking),
  };
}

function readPaced(
  handle: FileHandle,
  pace: Pace,
  { position, length, into }: { position: number; length: number; into: Buffer | undefined },
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  const readSome: ReadSome = async (buffer, filled, wanted, at) => {
    pace.began(performance.now());
    const { bytesRead } = await orCancelled(handle.read(buffer, filled, bytesAtOnce(pace, wanted), at), signal);
    pace.ended(performance.now(), bytesRead);
    return bytesRead;
  };
  return fill(readSome, position, into ?? Buffer.allocUnsafe(length), length);
}

/** As many bytes as there are from `position` on, up to `length`. */
export function readAt(
  handle: FileHandle,
  position: number,
  length: number,
  buffer: Buffer = Buffer.allocUnsafe(length),
): Promise<Buffer> {
  const readSome: ReadSome = async (...piece) => (await handle.read(...piece)).bytesRead;
  return fill(readSome, position, buffer, length);
}

/** Reads some bytes, fewer than wanted if the system likes, and none at the end of the file. */
type ReadSome = (buffer: Buffer, filled: number, wanted: number, position: number) => Promise<number>;

async function fill(readSome: ReadSome, position: number, buffer: Buffer, length: number): Promise<Buffer> {
  let filled = 0;
  while (filled < length) {
    const bytes = await readSome(buffer, filled, length - filled, position + filled);
    if (bytes === 0) break;
    filled += bytes;
  }
  return buffer.subarray(0, filled);
}

/** Tells how far a stage is that reads the file from its beginning to its end. */
export function reportRead(source: Source, stage: CallProgress['stage'], done: number): void {
  source.report(stage, Math.min(1, done / source.bytes), Math.max(0, source.bytes - done));
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
