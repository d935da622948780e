import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, symlink } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

type Entry = { name: string; mode: number; method: number; start: number; size: number };

const END_RECORD = 0x06054b50;
const END_RECORD_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const LINK_TYPE = 0o120000;
const TYPE_MASK = 0o170000;

/**
 * Unpacks the entries for which `place` names a path below `target`. Knows what an Electron archive holds: stored
 * and deflated files, folders and symbolic links, no ZIP64.
 */
export async function unzip(
  archive: string,
  target: string,
  place: (name: string) => string | undefined,
): Promise<void> {
  const file = await open(archive);
  try {
    for (const entry of await readDirectory(file)) {
      const path = place(entry.name);
      if (path !== undefined && !entry.name.endsWith('/')) await extract(archive, file, entry, inside(target, path));
    }
  } finally {
    await file.close();
  }
}

function inside(target: string, path: string): string {
  const whole = normalize(join(target, path));
  if (!whole.startsWith(normalize(target) + sep)) throw new Error(`The archive names a path outside: ${path}`);
  return whole;
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_RECORD_SIZE - LONGEST_COMMENT), size);
  let at = tail.length - END_RECORD_SIZE;
  while (at >= 0 && tail.readUInt32LE(at) !== END_RECORD) at -= 1;
  if (at < 0) throw new Error('The archive is cut short: it has no directory');
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  const directory = await readAt(file, start, start + length);
  const entries: Entry[] = [];
  for (let offset = 0; offset < directory.length; ) {
    const nameLength = directory.readUInt16LE(offset + 28);
    entries.push({
      method: directory.readUInt16LE(offset + 10),
      size: directory.readUInt32LE(offset + 20),
      mode: directory.readUInt32LE(offset + 38) >>> 16,
      start: directory.readUInt32LE(offset + 42),
      name: directory.toString('utf8', offset + 46, offset + 46 + nameLength),
    });
    offset += 46 + nameLength + directory.readUInt16LE(offset + 30) + directory.readUInt16LE(offset + 32);
  }
  return entries;
}

async function extract(archive: string, file: FileHandle, entry: Entry, path: string): Promise<void> {
  const header = await readAt(file, entry.start, entry.start + 30);
  const start = entry.start + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  await mkdir(dirname(path), { recursive: true });
  if ((entry.mode & TYPE_MASK) === LINK_TYPE) {
    const data = await readAt(file, start, start + entry.size);
    await symlink((entry.method === STORED ? data : inflateRawSync(data)).toString(), path);
    return;
  }
  // Others than the owner must be able to read it: the end-to-end tests run as another user.
  const output = createWriteStream(path, { mode: entry.mode & 0o111 ? 0o755 : 0o644 });
  if (entry.size === 0) return void (await new Promise((resolve) => output.end(resolve)));
  const input = createReadStream(archive, { start, end: start + entry.size - 1 });
  await (entry.method === STORED ? pipeline(input, output) : pipeline(input, createInflateRaw(), output));
}

async function readAt(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer.subarray(0, bytesRead);
}
