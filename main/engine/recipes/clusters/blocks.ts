import { editsAllowed, isWithin } from './distance.ts';

/**
 * Finds near texts without comparing all with all. A text that `n` edits turn into another keeps, of any `n + 1` pieces of
 * it, at least one whole, and about at its place: only texts that share such a piece are compared. Misses none. The places
 * are those of Li, Deng, Wang and Feng, PASS-JOIN, VLDB 2011, section 4.2.
 */
export class Blocks {
  readonly #texts: readonly string[];
  readonly #most: number;
  readonly #marks: Int32Array;
  readonly #byLength = new Map<number, Block>();
  /** The question in which a text was met last. */
  readonly #met: Int32Array;
  #question = 0;

  constructor(texts: readonly string[], most: number) {
    this.#texts = texts;
    this.#most = most;
    this.#marks = Int32Array.from(texts, marksOf);
    this.#met = new Int32Array(texts.length);
    for (const [at, text] of texts.entries()) this.#add(text, at);
  }

  #add(text: string, at: number): void {
    const block = this.#byLength.get(text.length) ?? newBlock(text.length, this.#most);
    this.#byLength.set(text.length, block);
    for (const { start, end, holders } of block.pieces) {
      const piece = text.slice(start, end);
      const same = holders.get(piece);
      if (same) same.push(at);
      else holders.set(piece, [at]);
    }
  }

  /** The places of texts that are near the one at `at`, but for those that are marked in `taken`. */
  near(at: number, taken: Uint8Array): number[] {
    const text = this.#texts[at] ?? '';
    const found: number[] = [];
    this.#question += 1;
    for (let length = text.length - this.#most; length <= text.length + this.#most; length++) {
      const block = this.#byLength.get(length);
      if (!block) continue;
      const longer = text.length - length;
      for (const [i, { start, end, holders }] of block.pieces.entries()) {
        const after = block.pieces.length - 1 - i;
        const first = Math.max(0, start - i, start + longer - after);
        const last = Math.min(text.length - (end - start), start + i, start + longer + after);
        for (let from = first; from <= last; from++) {
          const same = holders.get(text.slice(from, from + end - start));
          if (same) this.#compare(at, text, same, taken, found);
        }
      }
    }
    return found;
  }

  #compare(at: number, text: string, others: readonly number[], taken: Uint8Array, found: number[]): void {
    const marks = this.#marks[at] ?? 0;
    // Each edit changes at most two marks, which tells most pairs apart without working out their distance.
    const different = 2 * this.#most;
    for (const other of others) {
      if (taken[other] === 1 || bits(marks ^ (this.#marks[other] ?? 0)) > different) continue;
      if (other === at || this.#met[other] === this.#question) continue;
      this.#met[other] = this.#question;
      const candidate = this.#texts[other] ?? '';
      if (isWithin(text, candidate, editsAllowed(text, candidate, this.#most))) found.push(other);
    }
  }
}

/** The texts of one length, by what each of their pieces says. */
interface Block {
  readonly pieces: readonly { start: number; end: number; holders: Map<string, number[]> }[];
}

/** One piece more than there may be edits, about equally long. */
function newBlock(length: number, most: number): Block {
  const edits = mostEdits(length, most);
  const count = edits === 0 ? 0 : edits + 1;
  const bound = (i: number) => Math.floor((i * length) / count);
  return {
    pieces: Array.from({ length: count }, (_, i) => ({ start: bound(i), end: bound(i + 1), holders: new Map() })),
  };
}

/** The most edits between a text of a length and any that may be one with it, longer ones among them. */
function mostEdits(length: number, most: number): number {
  const reach = Array.from({ length: most + 1 }, (_, more) => Math.min(most, Math.floor((length + more) / 3)));
  return Math.max(...reach.filter((edits, more) => edits >= more), 0);
}

/** One bit of 32 for each unit that a text has. */
function marksOf(text: string): number {
  let marks = 0;
  for (let i = 0; i < text.length; i++) marks |= 1 << (Math.imul(text.charCodeAt(i), 0x9e3779b1) >>> 27);
  return marks;
}

function bits(marks: number): number {
  const pairs = marks - ((marks >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
