import { spellingKey } from '#shared/quality/index.ts';
import type { ClusterMethod } from '#shared/recipes/index.ts';

type KeyMethod = Exclude<ClusterMethod, { kind: 'distance' }>;
type KeyOf = (value: string) => string;

/** What makes the key of a value. The dictionary of pinyin is fetched when it is first needed. */
export async function keyMaker(method: KeyMethod): Promise<KeyOf> {
  switch (method.kind) {
    case 'spelling':
      return spellingKey;
    case 'fingerprint':
      return fingerprint;
    case 'ngram':
      return (value) => ngrams(value, method.size);
    case 'pinyin':
      return await pinyinKey();
  }
}

/** A value without what typing varies: full width, case, and spaces that were doubled or stand at its ends. */
export const folded = (value: string): string => value.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');

/**
 * The fingerprint as OpenRefine documents it (Clustering in depth): lower case, no punctuation or control characters,
 * accents gone, words sorted and each once. Full width becomes half width first.
 */
function fingerprint(value: string): string {
  const words = plain(value).split(/\s+/u).filter(Boolean);
  return [...new Set(words)].sort().join(' ');
}

/** The n-gram fingerprint as OpenRefine documents it: the same without any space, as its sorted runs of `size` characters. */
function ngrams(value: string, size: number): string {
  const letters = [...plain(value).replace(/\s+/gu, '')];
  if (letters.length <= size) return letters.join('');
  const runs = letters.slice(0, letters.length - size + 1).map((_, i) => letters.slice(i, i + size).join(''));
  return [...new Set(runs)].sort().join('');
}

/** How a value is read aloud, without tones: what an input method confuses gets one key. */
async function pinyinKey(): Promise<KeyOf> {
  const { pinyin } = await import('pinyin-pro');
  return (value) =>
    pinyin(plain(value).replace(/\s+/gu, ''), { toneType: 'none', nonZh: 'consecutive', v: true, separator: '' });
}

const accents = /(?<=\p{Script=Latin})\p{M}+/gu;
const marks = /[\p{P}\p{S}\p{Cc}\p{Cf}]+/gu;

const plain = (value: string): string =>
  folded(value.replace(/[\p{Cc}\s]+/gu, ' '))
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(marks, '');
