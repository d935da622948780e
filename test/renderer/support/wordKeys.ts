import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zh } from '../../../renderer/app/i18n/zh/index.ts';

const areas = Object.keys(zh).join('|');
const wholeKey = new RegExp(`['\`]((?:${areas})\\.[\\w.]+)['\`]`, 'g');
const keyBeginning = new RegExp(`\`((?:${areas})\\.[\\w.]*)\\$\\{`, 'g');

type Words = { readonly [key: string]: string | Words };

/** All keys of a tree of words, as they are asked for: `data.table.all`. Plural endings are left off. */
export function keysOf(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key.replace(/_(?:one|other)$/, '')] : keysOf(value, `${prefix}${key}.`),
  );
}

/** The marks of a text that a call must fill: `{{rows}}`. */
export function marksOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
}

/** Every text by its key. */
export function textsOf(words: Words, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...textsOf(value, `${prefix}${key}.`)],
    ),
  );
}

/** What the sources ask for: whole keys, and beginnings of keys that are put together from a value. */
export function keysAskedFor(folder: string): { whole: Set<string>; beginnings: Set<string> } {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const file of sourcesIn(folder)) {
    const source = readFileSync(file, 'utf8');
    for (const [, key] of source.matchAll(wholeKey)) if (key) whole.add(key);
    for (const [, beginning] of source.matchAll(keyBeginning)) if (beginning) beginnings.add(beginning);
  }
  return { whole, beginnings };
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'i18n' ? [] : sourcesIn(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}
