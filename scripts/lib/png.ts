import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;

/** Colours are rounded to multiples of this, which nobody sees and which makes the shades of letters repeat. */
const STEP = 4;

type Chunk = { type: string; data: Buffer };

/**
 * The same picture in about two thirds of the bytes. Browsers write screenshots fast, not small: windows are flat areas and
 * repeated letters, which deflate finds best in rows without filters.
 * Takes 8-bit RGB without interlacing; anything else comes back as it was. (PNG, third edition, 9.2: filters.)
 */
export function smallerPng(png: Buffer): Buffer {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header?.[8] !== 8 || header[9] !== RGB || header[12] !== 0) return png;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rows = withoutFilters(inflateSync(packed), width * 3, height);
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  const parts = [
    { type: 'IHDR', data: header },
    { type: 'IDAT', data },
    { type: 'IEND', data: Buffer.alloc(0) },
  ];
  return Buffer.concat([SIGNATURE, ...parts.map(written)]);
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

function written({ type, data }: Chunk): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Rows of `size` bytes, each behind a filter byte, with filters undone, colours rounded and all filter bytes 0. */
function withoutFilters(filtered: Buffer, size: number, height: number): Buffer {
  const exact = Buffer.alloc(size * height);
  const rows = Buffer.alloc((size + 1) * height);
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (size + 1)] ?? 0;
    for (let x = 0; x < size; x++) {
      const at = y * size + x;
      const left = x >= 3 ? (exact[at - 3] ?? 0) : 0;
      const above = y > 0 ? (exact[at - size] ?? 0) : 0;
      const corner = x >= 3 && y > 0 ? (exact[at - size - 3] ?? 0) : 0;
      const value = ((filtered[y * (size + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner)) & 255;
      exact[at] = value;
      rows[y * (size + 1) + 1 + x] = Math.min(255, Math.round(value / STEP) * STEP);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
