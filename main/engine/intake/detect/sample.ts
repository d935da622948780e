import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Encoding } from '#shared/intake/index.ts';
import { elsewhereBytes, headBytes } from '../limits.ts';
import { truncated } from '../source/errors.ts';
import { chunksOf, type Source } from '../source/source.ts';
import { markLength } from './encoding.ts';
import { isGzip } from './format.ts';

/** Pieces of a file, unpacked: its head and, where it can be reached without reading all, some of its middle and end. */
export interface Sample {
  readonly gzip: boolean;
  readonly pieces: readonly Buffer[];
  /** True when the head is the whole file. */
  readonly whole: boolean;
}

const pieceBytes = 1 << 17;

export async function takeSample(source: Source): Promise<Sample> {
  const head = await readHead(source);
  if (isGzip(head)) {
    const unpacked = await unpackHead(source);
    return { gzip: true, pieces: [unpacked.head], whole: unpacked.whole };
  }
  const whole = head.length >= source.bytes;
  if (whole) return { gzip: false, pieces: [head], whole };
  const middle = Math.max(headBytes, Math.floor(source.bytes / 2));
  const end = Math.max(middle + elsewhereBytes, source.bytes - elsewhereBytes);
  const pieces = [head, await source.read(middle, elsewhereBytes)];
  if (end < source.bytes) pieces.push(await source.read(end, elsewhereBytes));
  return { gzip: false, pieces, whole };
}

/** In pieces, which tell how fast its disk is. */
async function readHead(source: Source): Promise<Buffer> {
  const head = Buffer.allocUnsafe(headBytes);
  let filled = 0;
  while (filled < headBytes) {
    const piece = await source.read(filled, Math.min(pieceBytes, headBytes - filled), head.subarray(filled));
    if (piece.length === 0) break;
    filled += piece.length;
  }
  return head.subarray(0, filled);
}

async function unpackHead(source: Source): Promise<{ head: Buffer; whole: boolean }> {
  const gunzip = createGunzip();
  const input = Readable.from(chunksOf(source, 64 * 1024), { objectMode: false });
  const pieces: Buffer[] = [];
  let length = 0;
  let whole = true;
  try {
    for await (const piece of input.on('error', (error) => gunzip.destroy(error)).pipe(gunzip)) {
      pieces.push(piece);
      length += piece.length;
      if (length >= headBytes) {
        whole = false;
        break;
      }
    }
  } catch (thrown) {
    throw truncated(source.file, 'gzip', String(thrown));
  } finally {
    input.destroy();
    gunzip.destroy();
  }
  return { head: Buffer.concat(pieces), whole };
}

/** The pieces as text. The head ends with a whole line, the others begin and end with one, unless the piece has no line end. */
export function decodeSample(sample: Sample, encoding: Encoding): string[] {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  return sample.pieces.flatMap((piece, i) => {
    if (i > 0 && wide) return [];
    const start = i === 0 ? markLength(piece, encoding) : piece.indexOf(10) + 1;
    const text = new TextDecoder(encoding).decode(piece.subarray(start), { stream: true }).replaceAll('\0', '');
    const last = sample.whole || (i > 0 && i === sample.pieces.length - 1);
    return [last ? text : toLastLine(text)];
  });
}

function toLastLine(text: string): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return end < 0 ? text : text.slice(0, end + 1);
}
