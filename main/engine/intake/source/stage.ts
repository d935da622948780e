import { createHash, randomBytes } from 'node:crypto';
import { chmod, constants, copyFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { AppError } from '#shared/errors/index.ts';
import type { Encoding } from '#shared/intake/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createDigest, type Digested } from '../delimited/digest.ts';
import { decoded, withoutMark, withoutNul } from './decode.ts';
import { fileError } from './errors.ts';
import { orCancelled } from './orCancelled.ts';
import { chunksOf, reportRead, type Source } from './source.ts';
import { requireSpace, spaceFor } from './space.ts';
import { writeNew } from './writeNew.ts';

interface StageOptions {
  /** With its dot. */
  readonly extension: string;
  readonly gzip: boolean;
  /** The encoding of a text, which is staged as UTF-8 without a mark; null for what is copied as it is. */
  readonly encoding: Encoding | null;
  /** A text: where it is UTF-8 it is copied as it is. */
  readonly plain: boolean;
  /** Told how many NUL bytes are left out of a text; without it they stay. */
  readonly onNul?: ((count: number) => void) | undefined;
}

/** The copy of a chosen file that DuckDB may read. */
interface Staged {
  readonly path: string;
  /** SHA-256 of what was chosen; null where no byte was read, because the file system shares them. */
  readonly sha256: string | null;
  /** What the bytes of the copy say, where they were looked through on the way: none of them is NUL. */
  readonly digest: Digested | null;
}

const copyBytes = 1 << 20;

/** Where a file may be staged: inside the only folder that DuckDB reads. */
export async function stagedPath(warehouse: Warehouse, extension: string): Promise<string> {
  await mkdir(warehouse.files, { recursive: true, mode: 0o700 });
  return join(warehouse.files, `${randomBytes(12).toString('hex')}${extension}`);
}

/** Gives `work` a staged copy and deletes it after, whatever happened. */
export async function withStaged<T>(
  warehouse: Warehouse,
  source: Source,
  options: StageOptions,
  context: IntakeContext,
  work: (staged: Staged) => Promise<T>,
): Promise<T> {
  const path = await stagedPath(warehouse, options.extension);
  try {
    await requireSpace(warehouse.files, spaceFor(source.bytes, options.gzip, await warehouse.loggedBytes()));
    const asItIs = options.plain && !options.gzip && options.encoding === 'utf-8';
    const digest = asItIs ? await duplicate(source, path, context) : null;
    const sha256 = asItIs ? (digest?.sha256 ?? null) : await copy(source, path, options, context);
    await source.assertUnchanged();
    return await work({ path, sha256, digest });
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * The fastest copy there is: none at all where the file system shares blocks, which answers null. Otherwise the next piece
 * is read and this one written while it is hashed.
 */
async function duplicate(source: Source, path: string, context: IntakeContext): Promise<Digested | null> {
  if (await orCancelled(shareBlocks(source.path, path, context), context.signal)) return null;
  const out = await open(path, 'wx', 0o600);
  const digest = createDigest(source.path, source.file);
  // Two buffers for all: fresh ones would cost more than the copying.
  const buffers = [Buffer.allocUnsafe(copyBytes), Buffer.allocUnsafe(copyBytes)] as const;
  const read = (position: number) =>
    source.read(position, copyBytes, buffers[(position / copyBytes) % 2 === 0 ? 0 : 1]);
  try {
    let coming = read(0);
    for (let done = 0; done < source.bytes; ) {
      const chunk = await coming;
      stopIfCancelled(context);
      if (chunk.length === 0) throw new AppError('io', 'fileChanged', { file: source.file });
      const writing = out.writeFile(chunk);
      coming = read(done + chunk.length);
      await Promise.all([writing, coming, digest.push(chunk)]);
      done += chunk.length;
      reportRead(source, 'copying', done);
    }
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

async function copy(source: Source, path: string, options: StageOptions, context: IntakeContext): Promise<string> {
  const hash = createHash('sha256');
  const read = Readable.from(hashed(source, hash, context), { objectMode: false });
  const out = (chunks: AsyncIterable<Buffer | string>) => writeNew(path, chunks);
  const { encoding, gzip, onNul } = options;
  const utf8 = (chunks: AsyncIterable<Buffer>) =>
    encoding === null ? chunks : encoding === 'utf-8' ? withoutMark(chunks) : decoded(chunks, encoding, source.file);
  const text = (chunks: AsyncIterable<Buffer>) => (onNul ? withoutNul(utf8(chunks), onNul) : utf8(chunks));
  try {
    if (gzip) await pipeline(read, createGunzip(), text, out);
    else await pipeline(read, text, out);
  } catch (thrown) {
    stopIfCancelled(context);
    throw fileError(thrown, source.file);
  }
  return hash.digest('hex');
}

async function* hashed(source: Source, hash: ReturnType<typeof createHash>, context: IntakeContext) {
  let done = 0;
  for await (const chunk of chunksOf(source)) {
    stopIfCancelled(context);
    hash.update(chunk);
    done += chunk.length;
    reportRead(source, 'copying', done);
    yield chunk;
  }
}
