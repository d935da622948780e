import { open } from 'node:fs/promises';
import { readAt } from '../source/source.ts';

/** What ends the records of a file. */
export type LineEnd = '\n' | '\r\n' | '\r';

const pieceBytes = 1 << 20;

/**
 * The lines of a file, from 1, that hold the given byte offsets, which rise. Line ends at the offset itself are stepped
 * over: for CR LF files DuckDB's offsets point at the LF of the line before.
 */
export async function linesAt(path: string, offsets: readonly number[]): Promise<number[]> {
  const lines: number[] = [];
  if (offsets.length === 0) return lines;
  const handle = await open(path, 'r');
  try {
    let line = 1;
    let at = 0;
    let piece: Buffer = Buffer.alloc(0);
    let pieceAt = 0;
    // A CR that ends a piece is counted with the LF that may begin the next.
    const moveTo = async (offset: number) => {
      while (at < offset) {
        if (at >= pieceAt + piece.length) {
          piece = await readAt(handle, at, pieceBytes);
          pieceAt = at;
          if (piece.length === 0) return;
        }
        const end = Math.min(offset, pieceAt + piece.length);
        line += lineEndsIn(piece.subarray(at - pieceAt, end - pieceAt));
        if (piece[end - pieceAt - 1] === 13 && (await byteAt(end)) === 10) line--;
        at = end;
      }
    };
    const byteAt = async (offset: number) => {
      const inPiece = offset - pieceAt;
      return inPiece < piece.length ? piece[inPiece] : (await readAt(handle, offset, 1))[0];
    };
    for (const offset of offsets) {
      await moveTo(offset);
      for (let next = await byteAt(at); next === 10 || next === 13; next = await byteAt(at)) await moveTo(at + 1);
      lines.push(line);
    }
    return lines;
  } finally {
    await handle.close();
  }
}

/** Line ends of any kind; a CR LF counts once. */
function lineEndsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) if (bytes[at + 1] !== 10) count++;
  return count;
}
