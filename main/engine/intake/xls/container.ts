import { truncated } from '../source/errors.ts';
import type { Source } from '../source/source.ts';

/** The streams of a compound file (CFB), the container of old Office files, by their names. */
export interface Container {
  has(name: string): boolean;
  /** All bytes of a stream. Chains that break off or run in a circle fail as `fileTruncated`. */
  read(name: string): Promise<Buffer>;
}

export const containerMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

const headerBytes = 512;
const inHeader = 109;
const endOfChain = 0xfffffffe;
const entryBytes = 128;

interface Entry {
  readonly start: number;
  readonly size: number;
}

export async function openContainer(source: Source): Promise<Container> {
  const broken = (detail: string) => truncated(source.file, 'XLS', detail);
  const header = await source.read(0, headerBytes);
  if (header.length < headerBytes) throw broken('no header');
  const sectorBytes = 2 ** header.readUInt16LE(30);
  const miniBytes = 2 ** header.readUInt16LE(32);
  if (sectorBytes < headerBytes || sectorBytes > 1 << 16 || miniBytes > sectorBytes) throw broken('sector size');
  const mostSectors = Math.ceil(source.bytes / sectorBytes);
  const sector = async (number: number) => {
    const bytes = number < mostSectors ? await source.read((number + 1) * sectorBytes, sectorBytes) : Buffer.alloc(0);
    // The last sector may be cut short.
    if (bytes.length === 0) throw broken(`sector ${number}`);
    return bytes.length === sectorBytes ? bytes : Buffer.concat([bytes], sectorBytes);
  };
  const table = await sectorTable();

  function follow(links: Uint32Array, start: number): number[] {
    const chain: number[] = [];
    for (let at = start; at < endOfChain; at = links[at] ?? endOfChain) {
      if (at >= links.length || chain.length > links.length) throw broken('a chain of sectors is broken');
      chain.push(at);
    }
    return chain;
  }

  async function sectorTable(): Promise<Uint32Array> {
    const places: number[] = [];
    for (let i = 0; i < inHeader; i++) places.push(header.readUInt32LE(76 + 4 * i));
    let next = header.readUInt32LE(68);
    const seen = new Set<number>();
    while (next < endOfChain && !seen.has(next)) {
      seen.add(next);
      const more = numbers(await sector(next));
      places.push(...more.subarray(0, -1));
      next = more.at(-1) ?? endOfChain;
    }
    const used = places.filter((place) => place < endOfChain).slice(0, mostSectors);
    const parts: Uint32Array[] = [];
    for (const place of used) parts.push(numbers(await sector(place)));
    const all = new Uint32Array(parts.reduce((total, { length }) => total + length, 0));
    parts.reduce((at, part) => {
      all.set(part, at);
      return at + part.length;
    }, 0);
    return all;
  }

  const chained = async (start: number) => Buffer.concat(await inTurn(follow(table, start), sector));
  const directory = await chained(header.readUInt32LE(48));
  const entries = new Map<string, Entry>();
  let root: Entry = { start: endOfChain, size: 0 };
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const nameBytes = Math.min(64, directory.readUInt16LE(at + 64));
    const entry = { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
    const kind = directory[at + 66];
    if (kind === 5) root = entry;
    if (kind !== 2 || nameBytes < 2) continue;
    entries.set(directory.toString('utf16le', at, at + nameBytes - 2).toLowerCase(), entry);
  }

  const readStream = async ({ start, size }: Entry) => {
    if (size > source.bytes) throw broken('a stream is larger than the file');
    if (size >= header.readUInt32LE(56)) return (await chained(start)).subarray(0, size);
    const mini = await chained(root.start);
    const links = numbers(await chained(header.readUInt32LE(60)));
    const pieces = follow(links, start).map((number) => mini.subarray(number * miniBytes, (number + 1) * miniBytes));
    return Buffer.concat(pieces).subarray(0, size);
  };

  return {
    has: (name) => entries.has(name.toLowerCase()),
    async read(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw broken(`no ${name}`);
      const bytes = await readStream(entry);
      if (bytes.length < entry.size) throw broken(`${name} is cut off`);
      return bytes;
    },
  };
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function numbers(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => bytes.readUInt32LE(4 * i));
}
