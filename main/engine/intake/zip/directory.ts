import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '#shared/errors/index.ts';
import { truncated } from '../source/errors.ts';
import type { Source } from '../source/source.ts';

/** One file inside a zip. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  /** Of the unpacked bytes, by the directory. */
  readonly size: number;
  /** CRC-32 of the unpacked bytes, by the directory. */
  readonly checksum: number;
  readonly headerAt: number;
}

/** A zip by its central directory: entries can be read in any order, and a cut-off file is noticed at once. */
export interface Zip {
  readonly file: string;
  /** All of them, also those whose names differ only by case. */
  readonly entries: readonly ZipEntry[];
  find(name: string): ZipEntry | undefined;
  /** The unpacked bytes. Damaged data fails as `fileTruncated`, where it is read to its end also by its checksum. */
  read(entry: ZipEntry): AsyncGenerator<Buffer>;
}

const endMagic = 0x06054b50;
const end64Magic = 0x06064b50;
const locatorMagic = 0x07064b50;
const entryMagic = 0x02014b50;
const headerMagic = 0x04034b50;
const endBytes = 22;
const locatorBytes = 20;
const longestComment = 65_535;
const chunkBytes = 1 << 18;

/** `format` is what the zip is called in sentences. */
export async function openZip(source: Source, format = 'ZIP'): Promise<Zip> {
  const broken = (detail: string) => truncated(source.file, format, detail);
  const { offset, length, isCount } = await directoryOf(source, broken);
  const directory = await source.read(offset, length);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== entryMagic) break;
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const flags = directory.readUInt16LE(at + 8);
    const name = nameOf(directory.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const sizes = sizesOf(directory, at, extra);
    const method = directory.readUInt16LE(at + 10);
    const checksum = directory.readUInt32LE(at + 16);
    entries.push({ name, method, encrypted: (flags & 1) !== 0, checksum, ...sizes });
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  if (entries.length === 0) throw broken('no entries');
  // A damaged entry ends the list: without this the files after it would be missing without a word.
  if (!isCount(entries.length)) throw broken(`the directory breaks off after ${entries.length} entries`);
  const byName = new Map(entries.map((entry) => [normalised(entry.name), entry]));
  return {
    file: source.file,
    entries,
    find: (name) => byName.get(normalised(name)),
    read: (entry) => readEntry(source, entry, broken),
  };
}

/** Parts are found without regard to case or a leading slash, as Excel does. */
function normalised(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

/** Chinese Windows writes names in GBK and does not say so. */
function nameOf(bytes: Buffer, utf8: boolean): string {
  return utf8 || isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('gb18030').decode(bytes);
}

type Broken = (detail: string) => Error;

interface Directory {
  readonly offset: number;
  readonly length: number;
  /** Whether it says that it has this many entries. */
  isCount(entries: number): boolean;
}

async function directoryOf(source: Source, broken: Broken): Promise<Directory> {
  const tailBytes = Math.min(source.bytes, endBytes + longestComment);
  const tail = await source.read(source.bytes - tailBytes, tailBytes);
  let at = tail.length - endBytes;
  while (at >= 0 && tail.readUInt32LE(at) !== endMagic) at--;
  if (at < 0) throw broken('no end of central directory');
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  const locator = at - locatorBytes;
  const full = offset === 0xffffffff || length === 0xffffffff || count === 0xffff;
  if (full && locator >= 0 && tail.readUInt32LE(locator) === locatorMagic) {
    const end64 = await source.read(Number(tail.readBigUInt64LE(locator + 8)), 56);
    if (end64.length < 56 || end64.readUInt32LE(0) !== end64Magic) throw broken('no zip64 directory');
    const count64 = Number(end64.readBigUInt64LE(32));
    const [length64, offset64] = [Number(end64.readBigUInt64LE(40)), Number(end64.readBigUInt64LE(48))];
    if (offset64 + length64 > source.bytes) throw broken('directory beyond the end');
    return { length: length64, offset: offset64, isCount: (entries) => entries === count64 };
  }
  if (offset + length > source.bytes) throw broken('directory beyond the end');
  // Without zip64, writers of more than 65,535 entries let the count run over.
  return { offset, length, isCount: (entries) => (entries & 0xffff) === count };
}

/** Sizes that don't fit 32 bits stand in an extra field, in a fixed order, only those that don't fit. */
function sizesOf(directory: Buffer, at: number, extra: Buffer): { compressed: number; size: number; headerAt: number } {
  let compressed = directory.readUInt32LE(at + 20);
  let size = directory.readUInt32LE(at + 24);
  let headerAt = directory.readUInt32LE(at + 42);
  for (let from = 0; from + 4 <= extra.length; from += 4 + extra.readUInt16LE(from + 2)) {
    if (extra.readUInt16LE(from) !== 1) continue;
    let next = from + 4;
    if (size === 0xffffffff && next + 8 <= extra.length) {
      size = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
    if (compressed === 0xffffffff && next + 8 <= extra.length) {
      compressed = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
    if (headerAt === 0xffffffff && next + 8 <= extra.length) headerAt = Number(extra.readBigUInt64LE(next));
  }
  return { compressed, size, headerAt };
}

async function* readEntry(source: Source, entry: ZipEntry, broken: Broken): AsyncGenerator<Buffer> {
  let checksum = 0;
  for await (const chunk of unpacked(source, entry, broken)) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== entry.checksum) throw broken(`the checksum of ${entry.name} is another`);
}

async function* unpacked(source: Source, entry: ZipEntry, broken: Broken): AsyncGenerator<Buffer> {
  if (entry.method !== 0 && entry.method !== 8) throw broken(`compression method ${entry.method}`);
  const header = await source.read(entry.headerAt, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== headerMagic) throw broken(`no header for ${entry.name}`);
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = async function* () {
    for (let at = 0; at < entry.compressed; ) {
      const chunk = await source.read(start + at, Math.min(chunkBytes, entry.compressed - at));
      if (chunk.length === 0) throw broken(`${entry.name} is cut off`);
      at += chunk.length;
      yield chunk;
    }
  };
  if (entry.method === 0) {
    yield* packed();
    return;
  }
  const inflate = createInflateRaw({ chunkSize: chunkBytes });
  const input = Readable.from(packed(), { objectMode: false });
  input.on('error', (error) => inflate.destroy(error));
  try {
    for await (const chunk of input.pipe(inflate)) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    throw broken(thrown instanceof Error ? thrown.message : String(thrown));
  } finally {
    input.destroy();
    inflate.destroy();
  }
}
