import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/**
 * Chromium asks for a part of a font when a character of it is to be drawn, and draws nothing until it is there. The whole
 * font is 10 MB a weight; what the window's own words need is less than a thirtieth of that. `root` is the
 * project's folder.
 */
export function windowFonts(root: string): Plugin {
  return {
    name: 'clientscope-window-fonts',
    enforce: 'pre',
    async transform(css, id) {
      return id.endsWith('/renderer/app/theme/fonts.css') ? css + (await partsOf(css, dirname(id), root)) : null;
    },
  };
}

/** Of faces that have a character, the last one is taken: the words' own first, then what most names are written in. */
async function partsOf(css: string, folder: string, root: string): Promise<string> {
  const words = charactersOf([join(root, 'renderer'), join(root, 'shared')]);
  const common = commonCharacters().filter((character) => !words.includes(character));
  const faces = [...css.matchAll(/@font-face \{[^}]*url\("([^"]+)"\)[^}]*\}/g)];
  if (faces.length === 0) throw new Error('fonts.css has no faces any more');
  const parts: string[] = [];
  for (const [part, characters] of Object.entries({ common, words })) {
    for (const [face, address = ''] of faces) {
      const font = await readFile(fileURLToPath(import.meta.resolve(address)));
      const file = join(root, 'node_modules', '.cache', 'clientscope', part, address.split('/').at(-1) ?? '');
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await subsetFont(font, characters.join(''), { targetFormat: 'truetype' }));
      parts.push(
        face
          .replace(address, relative(folder, file))
          .replace('font-display:', `unicode-range: ${rangesOf(characters)};\n  font-display:`),
      );
    }
  }
  return `\n${parts.join('\n')}\n`;
}

/** Every character that a source is written with, and those of a keyboard: numbers are drawn from no source. */
function charactersOf(folders: readonly string[]): string[] {
  const keyboard = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i));
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  return [...new Set([...keyboard, ...texts.join('')])].filter((character) => character >= ' ').sort();
}

/** The 3,755 characters of GB 2312's first level: nearly all that Chinese names of firms, products and places are made of. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, i) => 0xb0 + i);
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, i) => 0xa1 + i);
  const all = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))));
  // The last row is not full: its end is for private use.
  return all.filter((character) => /^\p{Script=Han}$/u.test(character)).sort();
}

/** As CSS writes it: runs of code points. */
function rangesOf(characters: readonly string[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const code of characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last === code - 1) run.last = code;
    else runs.push({ first: code, last: code });
  }
  const hex = (code: number) => code.toString(16);
  return runs.map(({ first, last }) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',');
}
