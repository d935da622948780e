const lf = 10;
const cr = 13;

/** Counts line ends of any kind, a CR LF once, in bytes that come one after the other. */
export function countLineEnds() {
  let ends = 0;
  /** A CR was last: it counts with the LF that may follow. */
  let afterCr = false;
  return {
    push(bytes: Uint8Array): void {
      if (bytes.length === 0) return;
      if (afterCr && bytes[0] !== lf) ends++;
      ends += feedsIn(bytes);
      const last = bytes.length - 1;
      for (let at = bytes.indexOf(cr); at >= 0 && at < last; at = bytes.indexOf(cr, at + 1)) {
        if (bytes[at + 1] !== lf) ends++;
      }
      afterCr = bytes[last] === cr;
    },
    total: (): number => (afterCr ? ends + 1 : ends),
  };
}

const feeds = 0x0a0a0a0a;
const lowBits = 0x7f7f7f7f;

/** Words whose finds fit into the four bytes of one. */
const wordsAtOnce = 255;

/** LFs, by four bytes at a time and without a branch: all bytes of a file of gigabytes are counted. */
function feedsIn(bytes: Uint8Array): number {
  const unaligned = (4 - (bytes.byteOffset & 3)) & 3;
  const wordCount = Math.max(0, bytes.length - unaligned) >> 2;
  const from = wordCount === 0 ? 0 : unaligned;
  const words = new Int32Array(bytes.buffer, wordCount === 0 ? 0 : bytes.byteOffset + from, wordCount);
  let count = 0;
  for (let i = 0; i < words.length; ) {
    const end = Math.min(words.length, i + wordsAtOnce);
    let found = 0;
    for (; i < end; i++) {
      const zeroIfFeed = (words[i] ?? 0) ^ feeds;
      // One in each byte that is zero, and nothing else (after Warren, Hacker's Delight, 6-1).
      found = (found + (~(((zeroIfFeed & lowBits) + lowBits) | zeroIfFeed | lowBits) >>> 7)) | 0;
    }
    count += (found & 255) + ((found >>> 8) & 255) + ((found >>> 16) & 255) + (found >>> 24);
  }
  for (let i = 0; i < from; i++) if (bytes[i] === lf) count++;
  for (let i = from + wordCount * 4; i < bytes.length; i++) if (bytes[i] === lf) count++;
  return count;
}
