import { spawnSync } from 'node:child_process';
import { openSync, read, readdirSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

// A file system of its own, as slowDisk.ts starts it: it shows the files of a folder, and gives their bytes when it is told to.
const [behind = '', place = ''] = process.argv.slice(2);

const noEntry = -2;
const interrupted = -4;
const notImplemented = -38;
const isFolder = 0o40755;
const isFile = 0o100644;
const directIo = 1;
/** What the kernel asks for, by number: see linux/fuse.h. */
const asks = {
  lookup: 1,
  forget: 2,
  getattr: 3,
  open: 14,
  read: 15,
  release: 18,
  flush: 25,
  init: 26,
  opendir: 27,
  readdir: 28,
  releasedir: 29,
  interrupt: 36,
  forgetMany: 42,
} as const;

const device = openSync('/dev/fuse', 'r+');
const options = 'fd=3,rootmode=40000,user_id=0,group_id=0,allow_other';
const mount = spawnSync('mount', ['-i', '-t', 'fuse', 'slow', place, '-o', options], {
  stdio: ['ignore', 'ignore', 'inherit', device],
});
if (mount.status !== 0) process.exit(1);

/** A node's number is the place of its name; 1 is the folder itself. */
const names: string[] = ['', ''];
/** The bytes of a file that are not given, and what waits for them. */
const none = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
let hold = none;
const held = new Map<bigint, () => void>();
/** Bytes a second; 0 for as many as there are. */
let pace = 0;
let freeAt = 0;

const tell = (line: string) => process.stdout.write(`${line}\n`);

createInterface({ input: process.stdin }).on('line', (line) => {
  const [word, value, to] = line.split(' ');
  if (word === 'pace') pace = Number(value);
  if (word === 'hold') hold = { from: Number(value), to: Number(to) };
  if (word !== 'release') return;
  hold = none;
  for (const go of held.values()) go();
  held.clear();
});

tell('ready');
next();

function next(): void {
  const buffer = Buffer.alloc(1 << 18);
  read(device, buffer, 0, buffer.length, null, (error, length) => {
    if (error) return error.code === 'ENOENT' || error.code === 'EINTR' ? next() : process.exit(0);
    answer(buffer.subarray(0, length));
    next();
  });
}

function answer(request: Buffer): void {
  const [asked, unique, node] = [
    request.readUInt32LE(4),
    request.readBigUInt64LE(8),
    Number(request.readBigUInt64LE(16)),
  ];
  const body = request.subarray(40);
  switch (asked) {
    case asks.init:
      reply(unique, 0, initAnswer());
      return;
    case asks.lookup:
      lookup(unique, body.subarray(0, body.indexOf(0)).toString('utf8'));
      return;
    case asks.getattr:
      orNoEntry(unique, () => Buffer.concat([Buffer.alloc(16), attributes(node)]));
      return;
    case asks.open:
    case asks.opendir: {
      const opened = Buffer.alloc(16);
      // Nothing is kept by the kernel: every read is asked for here.
      if (asked === asks.open) opened.writeUInt32LE(directIo, 8);
      reply(unique, 0, opened);
      return;
    }
    case asks.read:
      give(unique, node, Number(body.readBigUInt64LE(8)), body.readUInt32LE(16));
      return;
    case asks.readdir:
      reply(unique, 0, body.readBigUInt64LE(8) === 0n ? listing() : Buffer.alloc(0));
      return;
    case asks.release:
    case asks.releasedir:
    case asks.flush:
      reply(unique, 0);
      return;
    case asks.forget:
    case asks.forgetMany:
      return;
    case asks.interrupt: {
      // Whoever waits is being killed: the kernel lets it go once it has an answer.
      const unwanted = body.readBigUInt64LE(0);
      if (held.delete(unwanted)) reply(unwanted, interrupted);
      return;
    }
    default:
      reply(unique, notImplemented);
      return;
  }
}

function reply(unique: bigint, error: number, body: Buffer = Buffer.alloc(0)): void {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(16 + body.length, 0);
  head.writeInt32LE(error, 4);
  head.writeBigUInt64LE(unique, 8);
  try {
    writeSync(device, Buffer.concat([head, body]));
  } catch {
    // Whoever asked has been killed.
  }
}

function initAnswer(): Buffer {
  const body = Buffer.alloc(64);
  body.writeUInt32LE(7, 0);
  body.writeUInt32LE(31, 4);
  body.writeUInt32LE(1 << 17, 20);
  body.writeUInt32LE(1, 24);
  return body;
}

function orNoEntry(unique: bigint, make: () => Buffer): void {
  let made: Buffer;
  try {
    made = make();
  } catch {
    reply(unique, noEntry);
    return;
  }
  reply(unique, 0, made);
}

function lookup(unique: bigint, name: string): void {
  orNoEntry(unique, () => {
    statSync(join(behind, name));
    if (!names.includes(name)) names.push(name);
    const node = names.indexOf(name);
    const head = Buffer.alloc(40);
    head.writeBigUInt64LE(BigInt(node), 0);
    return Buffer.concat([head, attributes(node)]);
  });
}

/** As the file is now: the kernel is told to keep none of it. */
function attributes(node: number): Buffer {
  const { size, mtimeMs } = statSync(join(behind, names[node] ?? ''));
  const folder = node === 1;
  const out = Buffer.alloc(88);
  const seconds = Math.floor(mtimeMs / 1000);
  out.writeBigUInt64LE(BigInt(node), 0);
  out.writeBigUInt64LE(BigInt(size), 8);
  for (const at of [24, 32, 40]) out.writeBigUInt64LE(BigInt(seconds), at);
  for (const at of [48, 52, 56]) out.writeUInt32LE(Math.floor((mtimeMs - seconds * 1000) * 1e6), at);
  out.writeUInt32LE(folder ? isFolder : isFile, 60);
  out.writeUInt32LE(1, 64);
  out.writeUInt32LE(4096, 80);
  return out;
}

function listing(): Buffer {
  return Buffer.concat(
    readdirSync(behind).map((name, i) => {
      const bytes = Buffer.from(name, 'utf8');
      const entry = Buffer.alloc(Math.ceil((24 + bytes.length) / 8) * 8);
      entry.writeBigUInt64LE(BigInt(i + 2), 0);
      entry.writeBigUInt64LE(BigInt(i + 1), 8);
      entry.writeUInt32LE(bytes.length, 16);
      entry.writeUInt32LE(8, 20);
      bytes.copy(entry, 24);
      return entry;
    }),
  );
}

function give(unique: bigint, node: number, offset: number, size: number): void {
  const now = () => {
    const file = openSync(join(behind, names[node] ?? ''), 'r');
    const bytes = Buffer.alloc(size);
    reply(unique, 0, bytes.subarray(0, readSync(file, bytes, 0, size, offset)));
  };
  if (offset + size > hold.from && offset < hold.to) {
    held.set(unique, now);
    tell(`held ${offset}`);
    return;
  }
  freeAt = pace === 0 ? 0 : Math.max(freeAt, Date.now()) + (size / pace) * 1000;
  setTimeout(now, Math.max(0, freeAt - Date.now()));
}
