import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { countLineEnds } from './lineEnds.ts';
import type { LineMark } from './lines.ts';

/** What all bytes of a text say. */
export interface Digested {
  readonly sha256: string;
  /** Lines, the last one too where nothing ends it. */
  readonly lines: number;
  /** Places from which the lines of others are told without counting from the first byte. */
  readonly marks: readonly LineMark[];
}

/** Where the first NUL byte is, which DuckDB would take for a character. */
interface NulFound {
  readonly nulAt: number;
}

/** Looks at every byte of a text, without a pause, by pieces that leave the processor's cache only after all has been done with them. */
export function lookThrough(path: string, pieceBytes = 1 << 19): Digested | NulFound {
  const hash = createHash('sha256');
  const ends = countLineEnds();
  const marks: LineMark[] = [];
  const buffer = Buffer.allocUnsafeSlow(pieceBytes);
  const file = openSync(path, 'r');
  try {
    let last = 10;
    for (let offset = 0; ; ) {
      const piece = buffer.subarray(0, readSync(file, buffer));
      if (piece.length === 0) {
        const lines = ends.total() + (last === 10 || last === 13 ? 0 : 1);
        return { sha256: hash.digest('hex'), lines, marks };
      }
      const nul = piece.indexOf(0);
      if (nul >= 0) return { nulAt: offset + nul };
      hash.update(piece);
      ends.push(piece);
      offset += piece.length;
      last = piece.at(-1) ?? last;
      if (last !== 13) marks.push({ offset, ends: ends.total() });
    }
  } finally {
    closeSync(file);
  }
}
