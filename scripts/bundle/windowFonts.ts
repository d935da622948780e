import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/**
 * Chromium asks for a part of a font when a character of it is to be drawn, and draws nothing until it is there. The whole
 * font is 10 MB a weight; what the window's own words need is less than a thirtieth of that. `root` is the
 * project's folder.
 *
 * The first screen's style sheet (fonts.css, which names the weights) is left with the words; all else is in moreFonts.css,
 * because a style sheet that names seven thousand characters takes time to read.
 */
export function windowFonts(root: string): Plugin {
  const theme = join(root, 'renderer', 'app', 'theme');
  return {
    name: 'clientscope-window-fonts',
    enforce: 'pre',
    async transform(css, id) {
      if (id === join(theme, 'fonts.css')) return facesOf(css, theme, root, partsOf(root).slice(0, 1));
      if (id !== join(theme, 'moreFonts.css')) return null;
      return facesOf(await readFile(join(theme, 'fonts.css'), 'utf8'), theme, root, partsOf(root).slice(1));
    },
  };
}

/** A part of the font: its characters, or null for all that no other part has. */
interface Part {
  readonly name: string;
  readonly characters: readonly string[] | null;
  readonly range: string;
}

/** Each character is in one part: of faces that have a character Chromium takes the one declared last, loaded or not. */
function partsOf(root: string): Part[] {
  const words = charactersOf([join(root, 'renderer'), join(root, 'shared')]);
  const [common, names] = [charactersOfGb2312(0xb0, 0xd7), charactersOfGb2312(0xd8, 0xf7)].map((level) =>
    level.filter((character) => !words.includes(character)),
  );
  const parts = Object.entries({ words, common: common ?? [], names: names ?? [] });
  return [
    ...parts.map(([name, characters]) => ({ name, characters, range: rangesOf(characters) })),
    { name: 'others', characters: null, range: othersOf(parts.flatMap(([, characters]) => characters)) },
  ];
}

/** The faces of `css`, each cut into `parts`. */
async function facesOf(css: string, folder: string, root: string, parts: readonly Part[]): Promise<string> {
  const faces = [...css.matchAll(/@font-face \{[^}]*url\("([^"]+)"\)[^}]*\}/g)];
  if (faces.length === 0) throw new Error('fonts.css has no faces any more');
  const cut: string[] = [];
  for (const { name, characters, range } of parts) {
    for (const [face, address = ''] of faces) {
      const file =
        characters === null
          ? address
          : await cutOut(address, characters, join(root, 'node_modules', '.cache', 'clientscope', name));
      cut.push(
        face
          .replace(address, characters === null ? file : relative(folder, file))
          .replace('font-display:', `unicode-range: ${range};\n  font-display:`),
      );
    }
  }
  return `${cut.join('\n')}\n`;
}

/** Writes the characters of a font as a font of its own; returns its path. */
async function cutOut(address: string, characters: readonly string[], folder: string): Promise<string> {
  const font = await readFile(fileURLToPath(import.meta.resolve(address)));
  const file = join(folder, address.split('/').at(-1) ?? '');
  await mkdir(folder, { recursive: true });
  await writeFile(file, await subsetFont(font, characters.join(''), { targetFormat: 'truetype' }));
  return file;
}

/** Spaces of several kinds, which kits write where a source has none: Ant Design begins each select with one. */
const spaces = ['\u00a0', '\u2002', '\u2003', '\u2009', '\u200b', '\u200c', '\u200d', '\u202f', '\ufeff'] as const;

/** Every character that a source is written with, and those of a keyboard: numbers are drawn from no source. */
function charactersOf(folders: readonly string[]): string[] {
  const keyboard = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i));
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  return [...new Set([...keyboard, ...spaces, ...texts.join('')])].filter((character) => character >= ' ').sort();
}

/**
 * The Chinese characters of some rows of GB 2312: 3,755 on its first level (to 0xd7), which most words are made of, and 3,008
 * on its second, where names are found (鑫, 婷, 昊).
 */
function charactersOfGb2312(first: number, last: number): string[] {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, i) => 0xa1 + i);
  const all = rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))));
  // The last row of the first level is not full: its end is for private use.
  return all.filter((character) => /^\p{Script=Han}$/u.test(character)).sort();
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** Runs of code points, in order. */
function runsOf(characters: readonly string[]): Run[] {
  const runs: { first: number; last: number }[] = [];
  for (const code of characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last === code - 1) run.last = code;
    else runs.push({ first: code, last: code });
  }
  return runs;
}

/** As CSS writes it. */
const written = (runs: readonly Run[]): string =>
  runs.map(({ first, last }) => `U+${first.toString(16)}${last > first ? `-${last.toString(16)}` : ''}`).join(',');

const rangesOf = (characters: readonly string[]): string => written(runsOf(characters));

/** All code points but those of these characters. */
function othersOf(characters: readonly string[]): string {
  const runs = runsOf(characters);
  const gaps = [{ first: -1, last: -1 }, ...runs].map(({ last }, i) => ({
    first: last + 1,
    last: (runs[i]?.first ?? 0x110000) - 1,
  }));
  return written(gaps.filter(({ first, last }) => first <= last));
}
