/**
 * A TrueType font whose text can be found again in a PDF. In Noto Sans SC several characters share one glyph (户 and the
 * radical ⼾, the dashes – and ‒), and a PDF made by Chromium names the glyph after the lowest of them: a search for 户
 * finds nothing. This takes the lower ones out of the font's character map, where a more usual one shares their glyph.
 */
export function searchableFont(font: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(font);
  const view = new DataView(copy.buffer);
  const table = findTable(view, 'cmap');
  const subtables = readSubtables(view, table.offset);
  const full = subtables.find(({ format }) => format === fullMap);
  if (!full) throw new Error('the font has no full character map');
  const groups = toGroups(usualOnly(readGroups(view, table.offset + full.offset)));
  const size = 16 + groups.length * 12;
  if (full.offset + size > table.length) throw new Error('the new character map does not fit');

  // The 16-bit map repeats the full one, which all that read this font prefer: it makes room.
  const kept = subtables.filter(({ format, offset }) => format !== narrowMap && offset <= full.offset);
  view.setUint16(table.offset + 2, kept.length);
  for (const [i, { platform, encoding, offset }] of kept.entries()) {
    const at = table.offset + 4 + i * 8;
    view.setUint16(at, platform);
    view.setUint16(at + 2, encoding);
    view.setUint32(at + 4, offset);
  }
  const start = table.offset + full.offset;
  copy.fill(0, start, table.offset + table.length);
  view.setUint16(start, fullMap);
  view.setUint32(start + 4, size);
  view.setUint32(start + 12, groups.length);
  for (const [i, group] of groups.entries()) {
    const at = start + 16 + i * 12;
    view.setUint32(at, group.first);
    view.setUint32(at + 4, group.last);
    view.setUint32(at + 8, group.glyph);
  }
  return copy;
}

const narrowMap = 4;
const fullMap = 12;

interface Subtable {
  readonly platform: number;
  readonly encoding: number;
  readonly offset: number;
  readonly format: number;
}

interface Group {
  readonly first: number;
  last: number;
  readonly glyph: number;
}

type Mapping = readonly [character: number, glyph: number];

function findTable(view: DataView, name: string): { offset: number; length: number } {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    if (tag === name) return { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
  }
  throw new Error(`the font has no table ${name}`);
}

function readSubtables(view: DataView, table: number): Subtable[] {
  return Array.from({ length: view.getUint16(table + 2) }, (_, i) => {
    const at = table + 4 + i * 8;
    const offset = view.getUint32(at + 4);
    return {
      platform: view.getUint16(at),
      encoding: view.getUint16(at + 2),
      offset,
      format: view.getUint16(table + offset),
    };
  });
}

function readGroups(view: DataView, start: number): Mapping[] {
  const mappings: Mapping[] = [];
  for (let i = 0; i < view.getUint32(start + 12); i++) {
    const at = start + 16 + i * 12;
    const [first, last, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
    for (let character = first; character <= last; character++) mappings.push([character, glyph + character - first]);
  }
  return mappings;
}

/** Characters that are typed; what shares a glyph with one and comes before it gives way. */
function isUsual(character: number): boolean {
  const usual = [0x2013, 0x3000, 0x3008, 0x3009, 0xff0f, 0xff5e];
  return (character >= 0x4e00 && character <= 0x9fff) || usual.includes(character);
}

function usualOnly(mappings: readonly Mapping[]): Mapping[] {
  const usualOf = new Map<number, number>();
  for (const [character, glyph] of mappings) {
    if (isUsual(character) && !usualOf.has(glyph)) usualOf.set(glyph, character);
  }
  return mappings.filter(([character, glyph]) => character >= (usualOf.get(glyph) ?? 0));
}

function toGroups(mappings: readonly Mapping[]): Group[] {
  const groups: Group[] = [];
  for (const [character, glyph] of mappings) {
    const group = groups.at(-1);
    if (group && character === group.last + 1 && glyph === group.glyph + character - group.first)
      group.last = character;
    else groups.push({ first: character, last: character, glyph });
  }
  return groups;
}
