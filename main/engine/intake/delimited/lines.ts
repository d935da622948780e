import { type FileHandle, open } from 'node:fs/promises';
import { readAt } from '../source/source.ts';
import { countLineEnds } from './lineEnds.ts';

/** What ends the records of a file. */
export type LineEnd = '\n' | '\r\n' | '\r';

const lf = 10;
const cr = 13;

/** A place in a file where no line end is cut in two, and the line ends before it. */
export interface LineMark {
  readonly offset: number;
  readonly ends: number;
}

const firstMark: LineMark = { offset: 0, ends: 0 };

/**
 * The lines of a file, from 1, that hold the given byte offsets, which rise. Line ends at the offset itself are stepped
 * over: for CR LF files DuckDB's offsets point at the LF of the line before. `marks`, which rise, save reading the bytes
 * before the first offset, and those between distant ones.
 */
export async function linesAt(
  path: string,
  offsets: readonly number[],
  marks: readonly LineMark[] = [],
  pieceBytes = 1 << 19,
): Promise<number[]> {
  if (offsets.length === 0) return [];
  const handle = await open(path, 'r');
  let place = placeAt(handle, firstMark, pieceBytes);
  try {
    const lines: number[] = [];
    let next = 0;
    for (const offset of offsets) {
      let mark: LineMark | undefined;
      for (; (marks[next]?.offset ?? Infinity) <= offset; next++) mark = marks[next];
      if (mark && mark.offset > place.end()) {
        await place.leave();
        place = placeAt(handle, mark, pieceBytes);
      }
      lines.push(await place.lineOf(offset));
    }
    return lines;
  } finally {
    await place.leave();
    await handle.close();
  }
}

/** Reads on from `mark`, counting line ends. */
function placeAt(handle: FileHandle, mark: LineMark, pieceBytes: number) {
  const pieces = piecesOf(handle, mark.offset, pieceBytes);
  const ends = countLineEnds();
  let piece: Uint8Array = new Uint8Array();
  let pieceAt = mark.offset;
  let counted = 0;
  const countTo = (index: number) => {
    ends.push(piece.subarray(counted, index));
    counted = index;
  };
  /** False at the end of the file. */
  const nextPiece = async (): Promise<boolean> => {
    countTo(piece.length);
    const { done, value } = await pieces.next();
    if (done) return false;
    pieceAt += piece.length;
    piece = value;
    counted = 0;
    return true;
  };
  return {
    /** Where the bytes end that were read. */
    end: () => pieceAt + piece.length,
    async lineOf(offset: number): Promise<number> {
      while (pieceAt + piece.length <= offset) if (!(await nextPiece())) break;
      countTo(Math.max(counted, Math.min(offset - pieceAt, piece.length)));
      while (counted < piece.length || (await nextPiece())) {
        if (piece[counted] !== lf && piece[counted] !== cr) break;
        countTo(counted + 1);
      }
      return mark.ends + ends.total() + 1;
    },
    leave: () => pieces.return(undefined),
  };
}

/** The pieces of a file, each read while the one before is looked at. A piece is gone when the next one is asked for. */
async function* piecesOf(handle: FileHandle, from: number, pieceBytes: number): AsyncGenerator<Uint8Array, undefined> {
  const buffers = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)] as const;
  let coming = readAt(handle, from, pieceBytes, buffers[0]);
  try {
    for (let [at, which]: [number, 0 | 1] = [from, 1]; ; which = which === 0 ? 1 : 0) {
      const piece = await coming;
      if (piece.length === 0) return;
      at += piece.length;
      coming = readAt(handle, at, pieceBytes, buffers[which]);
      yield piece;
    }
  } finally {
    // Nobody waits for what was read ahead, but the file must not be closed under it.
    await Promise.allSettled([coming]);
  }
}
