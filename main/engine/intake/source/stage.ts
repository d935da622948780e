import { createHash, randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Encoding } from '#shared/intake/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { digest } from '../delimited/digest.ts';
import type { Digested } from '../delimited/lookThrough.ts';
import { decoded, withoutMark, withoutNul } from './decode.ts';
import { duplicate } from './duplicate.ts';
import { fileError } from './errors.ts';
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
  /** SHA-256 of what was chosen; null for a text that was copied as it is: `digest` says it. */
  readonly sha256: string | null;
  /** What the bytes of such a text say, told while it is worked with; null for everything else. */
  readonly digest: Promise<Digested> | null;
}

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
  let looking: Promise<Digested> | null = null;
  try {
    await requireSpace(warehouse.files, spaceFor(source.bytes, options.gzip, await warehouse.loggedBytes()));
    const asItIs = options.plain && !options.gzip && options.encoding === 'utf-8';
    const sha256 = asItIs ? null : await copy(source, path, options, context);
    if (asItIs) await duplicate(source, path, context);
    await source.assertUnchanged();
    looking = asItIs ? digest(path, source.file, context) : null;
    // Not lost: it is awaited when the work has ended, however it did. Until then nobody may have asked.
    looking?.catch(() => undefined);
    const made = await work({ path, sha256, digest: looking });
    await looking;
    return made;
  } catch (thrown) {
    // What the bytes are says more than what came of reading them.
    await looking;
    throw thrown;
  } finally {
    await rm(path, { force: true });
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
