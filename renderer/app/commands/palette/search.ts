/** Where pinyin or its initials meet a Chinese text; null: nowhere. */
export type PinyinMatch = (text: string, letters: string, together: boolean) => boolean;

/** One thing to be found, by its title in the language of the window first. */
export interface Candidate<T> {
  readonly item: T;
  readonly title: string;
  /** What it is about, as it stands in the title. */
  readonly name?: string | undefined;
  /** Its title in the other language, and other words for it. */
  readonly also: readonly string[];
  /** 0 for what was used last, more for what was used before; undefined: not lately. */
  readonly recency?: number | undefined;
}

/**
 * The candidates that every word of the query fits, best first: a whole title or name, then the beginning of one, of a word,
 * the middle, then pinyin, then what only has the letters; title before other words. Of equals, what was used lately, then
 * the order they came in.
 */
export function search<T>(
  query: string,
  candidates: readonly Candidate<T>[],
  pinyin: PinyinMatch | null,
): readonly Candidate<T>[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(words, candidate, pinyin) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || recency(a.candidate) - recency(b.candidate))
    .map(({ candidate }) => candidate);
}

const recency = ({ recency = Number.MAX_SAFE_INTEGER }: Candidate<unknown>): number => recency;

function scoreOf<T>(words: readonly string[], { title, name, also }: Candidate<T>, pinyin: PinyinMatch | null): number {
  // Of no words, all fit alike.
  return words.reduce((least, word) => {
    const own = Math.max(scoreOn(word, title, pinyin), name === undefined ? 0 : scoreOn(word, name, pinyin));
    const other = Math.max(0, ...also.map((text) => scoreOn(word, text, pinyin)));
    return Math.min(least, Math.max(own, other * 0.5));
  }, 100);
}

/** How well a word fits a text, 0 to 100. */
function scoreOn(word: string, text: string, pinyin: PinyinMatch | null): number {
  const lower = text.toLowerCase();
  const at = lower.indexOf(word);
  if (lower === word) return 100;
  if (at === 0) return 95;
  if (at > 0) return /[\p{L}\p{N}]/u.test(lower[at - 1] ?? '') ? 70 : 85;
  if (pinyin && /^[a-z]+$/.test(word) && /\p{Script=Han}/u.test(text)) {
    if (pinyin(text, word, true)) return 60;
    // Of two letters, any long title has them somewhere.
    if (word.length >= 3 && pinyin(text, word, false)) return 30;
  }
  return word.length >= 3 && isSpread(word, lower) ? 20 : 0;
}

/** Whether the letters of a word stand in a text in order, with others between them, beginning where a word begins. */
function isSpread(word: string, text: string): boolean {
  const initial = text.search(new RegExp(`(?<![a-z0-9])${word[0]?.replace(/[^\p{L}\p{N}]/gu, '\\$&')}`, 'u'));
  if (initial < 0) return false;
  let at = initial;
  for (const letter of word) {
    at = text.indexOf(letter, at);
    if (at < 0) return false;
    at += 1;
  }
  return true;
}
