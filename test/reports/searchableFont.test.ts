import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { searchableFont } from '#shared/reports/searchableFont.ts';

const path = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);

/** Characters by glyph, read from the full map by code of its own. */
function charactersByGlyph(font: Uint8Array): Map<number, number[]> {
  const bytes = Buffer.from(font);
  let table = 0;
  for (let at = 12; at < 12 + bytes.readUInt16BE(4) * 16; at += 16) {
    if (bytes.toString('latin1', at, at + 4) === 'cmap') table = bytes.readUInt32BE(at + 8);
  }
  const found = new Map<number, number[]>();
  for (let record = table + 4; record < table + 4 + bytes.readUInt16BE(table + 2) * 8; record += 8) {
    const start = table + bytes.readUInt32BE(record + 4);
    if (bytes.readUInt16BE(record) !== 3 || bytes.readUInt16BE(start) !== 12) continue;
    for (let at = start + 16; at < start + bytes.readUInt32BE(start + 4); at += 12) {
      const first = bytes.readUInt32BE(at);
      for (let code = first; code <= bytes.readUInt32BE(at + 4); code++) {
        const glyph = bytes.readUInt32BE(at + 8) + code - first;
        found.set(glyph, [...(found.get(glyph) ?? []), code]);
      }
    }
  }
  return found;
}

it('leaves the usual character first for each glyph, and loses none of them', async () => {
  const font = await readFile(path);
  const before = charactersByGlyph(font);
  const after = charactersByGlyph(searchableFont(font));
  const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;
  let healed = 0;
  for (const [glyph, codes] of before) {
    const usual = codes.find(isHan);
    if (usual === undefined) continue;
    expect(after.get(glyph)?.[0]).toBe(usual);
    if (codes[0] !== usual) healed++;
  }
  expect(healed).toBeGreaterThan(200);
  const all = (map: Map<number, number[]>) => [...map.values()].flat();
  const lost = new Set(all(before));
  for (const code of all(after)) lost.delete(code);
  expect([...lost].filter((code) => isHan(code) || code < 0x2000)).toEqual([]);
  expect(lost.has(0x2f3e)).toBe(true);
  expect(lost.has(0x2013)).toBe(false);
});

it('leaves everything but the character map as it was', async () => {
  const font = await readFile(path);
  const changed = searchableFont(font);
  expect(changed.length).toBe(font.length);
  const differing = [...font.keys()].filter((i) => font[i] !== changed[i]);
  expect((differing.at(-1) ?? 0) - (differing[0] ?? 0)).toBeLessThan(100_000);
});
