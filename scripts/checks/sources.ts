import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { root } from '../lib/paths.ts';

export type SourceFile = { path: string; text: string };

const CODE = new Set(['.ts', '.tsx', '.css', '.cjs', '.mjs', '.js']);
const PLANTED = join('test', 'support', 'planted-violation');

/** Every code file below the given folders of the checkout, paths relative to it. */
export async function codeFiles(folders: readonly string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name).slice(root.length + 1);
      if (!entry.isFile() || !CODE.has(extname(entry.name)) || path.startsWith(PLANTED)) continue;
      files.push({ path, text: await readFile(join(root, path), 'utf8') });
    }
  }
  return files;
}

/** The same text with its comments blanked, line for line, so that what is only talked about does not count. */
export function withoutComments(text: string): string {
  const blank = (match: string): string => match.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|[\s;{}()])\/\/[^\n]*/g, (match, before: string) => {
    return before + blank(match.slice(before.length));
  });
}

/** The line, counted from 1, on which an offset lies. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
