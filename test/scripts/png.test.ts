import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { smallerPng } from '../../scripts/lib/png.ts';

const WIDTH = 5;
const colours = Array.from({ length: WIDTH * 3 * 5 }, (_, i) => (i * 37 + (i % 7) * 11) % 256);
const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (colours[y * WIDTH * 3 + x] ?? 0));

/** Filter types 0 to 4, a row each, as section 9.2 of the specification writes them. */
const filters: ((x: number, y: number) => number)[] = [
  () => 0,
  (x, y) => at(x - 3, y),
  (x, y) => at(x, y - 1),
  (x, y) => Math.floor((at(x - 3, y) + at(x, y - 1)) / 2),
  (x, y) => {
    const [a, b, c] = [at(x - 3, y), at(x, y - 1), at(x - 3, y - 1)];
    const by = [a, b, c].map((value) => ({ value, far: Math.abs(a + b - c - value) }));
    return by.reduce((best, each) => (each.far < best.far ? each : best)).value;
  },
];

function chunk(type: string, data: Buffer): Buffer {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(type), data]);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function picture(colourType: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(filters.length, 4);
  header[8] = 8;
  header[9] = colourType;
  const rows = filters.flatMap((filter, y) => [
    y,
    ...Array.from({ length: WIDTH * 3 }, (_, x) => (at(x, y) - filter(x, y)) & 255),
  ]);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('a picture is the same to the eye, whatever filters its rows had', () => {
  const small = smallerPng(picture(2));
  expect(small.subarray(0, 33)).toEqual(picture(2).subarray(0, 33));
  const data = small.indexOf('IDAT');
  const rows = inflateSync(small.subarray(data + 4, data + 4 + small.readUInt32BE(data - 4)));
  for (let y = 0; y < filters.length; y++) {
    expect(rows[y * (WIDTH * 3 + 1)]).toBe(0);
    for (let x = 0; x < WIDTH * 3; x++) {
      expect(Math.abs((rows[y * (WIDTH * 3 + 1) + 1 + x] ?? -9) - at(x, y)), `${x}, ${y}`).toBeLessThanOrEqual(2);
    }
  }
});

test('a picture of another kind is left as it is', () => {
  const grey = picture(0);
  expect(smallerPng(grey)).toBe(grey);
});
