import { open } from 'node:fs/promises';
import { readAt } from '../source/source.ts';

/** Where a line begins: byte offset from 0, line number from 1. */
export interface LineMark {
  readonly offset: number;
  readonly line: number;
}

/** What ends the records of a file. */
export type LineEnd = '\n' | '\r\n' | '\r';

/** Bytes between two marks, about. */
export const markEvery = 64 * 1024;

/**
 * The lines of a file that hold the given byte offsets, which rise. Marks save counting from the beginning each time.
 * Line ends at the offset itself are stepped over: for CR LF files DuckDB's offsets point at the LF of the line before.
 */
export async function linesAt(path: string, marks: readonly LineMark[], offsets: readonly number[]): Promise<number[]> {
  const handle = await open(path, 'r');
  try {
    const lines: number[] = [];
    let next = 0;
    let mark: LineMark = { offset: 0, line: 1 };
    let piece: Buffer = Buffer.alloc(0);
    for (const offset of offsets) {
      const before = mark;
      for (let ahead = marks[next]; ahead && ahead.offset <= offset; ahead = marks[++next]) mark = ahead;
      const wanted = offset - mark.offset + 3;
      if (mark !== before || piece.length < wanted) {
        piece = await readAt(handle, mark.offset, Math.max(wanted, markEvery));
      }
      let at = offset - mark.offset;
      while (piece[at] === 10 || piece[at] === 13) at++;
      lines.push(mark.line + lineEndsIn(piece.subarray(0, at)));
    }
    return lines;
  } finally {
    await handle.close();
  }
}

/** Line ends of any kind; a CR LF counts once. */
export function lineEndsIn(bytes: Buffer): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 10 ? bytes[i - 1] !== 13 : bytes[i] === 13) count++;
  }
  return count;
}
