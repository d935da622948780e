import { maximumLineBytes } from '../limits.ts';
import {
  byteKinds,
  type ColumnFacts,
  digit,
  exactDigits,
  factsOf,
  flagsOf,
  other,
  space,
  special,
} from './cellFacts.ts';
import type { LineEnd } from './lines.ts';

export interface ScanFacts {
  readonly columns: readonly ColumnFacts[];
  /** The line of the first record beyond the limit, or null. DuckDB misses one that a quote left open makes. */
  readonly tooLongLine: number | null;
  /** Records that are not blank, the header and what stands before it included. */
  readonly records: number;
  readonly blankLines: number;
  /** Line ends outside quotes, by kind. */
  readonly lineEnds: Readonly<Record<LineEnd, number>>;
}

interface Scanner {
  push(chunk: Buffer): void;
  end(): ScanFacts;
}

const lf = special;
const cr = special + 1;
const quoteMark = special + 2;
const separatorMark = special + 3;

/** Bytes of a value that are kept over the end of a chunk: more than any number has. */
const carriedBytes = 64;
const nothing = Buffer.alloc(0);

/**
 * Walks over the bytes of a UTF-8 text once. DuckDB rounds 1.5 to a BIGINT and drops leading zeros without a word, so
 * what the sample promised has to be held against the whole file where its guards have tripped (see guard.ts).
 *
 * This runs over files of gigabytes: bytes without a meaning of their own cost one look-up, and what the
 * loop changes lives in local variables, which are several times as fast as those of the closure. `wanted` says which
 * facts matter for each column, as bits: of most values none does, and they are passed over.
 */
export function createScanner(delimiter: string, quote: string, wanted: Uint8Array): Scanner {
  const columnCount = wanted.length;
  const kinds = byteKinds();
  kinds[10] = lf;
  kinds[13] = cr;
  if (quote !== '') kinds[quote.charCodeAt(0)] = quoteMark;
  // A delimiter of several bytes is not looked for: columns are not described then, lines still are.
  if (delimiter.length === 1 && delimiter.charCodeAt(0) < 0x80) kinds[delimiter.charCodeAt(0)] = separatorMark;
  const ofRecord = new Uint8Array(columnCount);
  const ofFile = new Uint8Array(columnCount);
  const ends = { lf: 0, crlf: 0, cr: 0 };
  let records = 0;
  let blankLines = 0;
  let tooLongLine: number | null = null;
  let recordAt = 0;
  let recordLine = 1;
  let offset = 0;
  let carried = nothing;
  let toldSomething = false;
  const state = { line: 1, column: 0, mask: 0, quoted: false, justClosed: false, hadQuote: false, afterCr: false };

  const endCell = (chunk: Buffer, start: number, end: number, column: number, mask: number) => {
    const bytes = start >= 0 ? chunk : Buffer.concat([carried, chunk.subarray(0, Math.min(end, carriedBytes))]);
    const flags = flagsOf(bytes, Math.max(start, 0), start >= 0 ? end : bytes.length, mask) & (wanted[column] ?? 0);
    if (flags === 0) return;
    ofRecord[column] = flags;
    toldSomething = true;
  };
  const endRecord = (end: number, line: number, columns: number, blank: boolean) => {
    if (tooLongLine === null && end - recordAt > maximumLineBytes) tooLongLine = recordLine;
    recordAt = end;
    recordLine = line;
    if (blank) blankLines++;
    else records++;
    // The values of a ragged record may stand in the wrong columns: they say nothing.
    if (!toldSomething) return;
    if (columns === columnCount)
      for (let i = 0; i < columnCount; i++) ofFile[i] = (ofFile[i] ?? 0) | (ofRecord[i] ?? 0);
    ofRecord.fill(0);
    toldSomething = false;
  };

  return {
    push(chunk) {
      let { line, column, mask, quoted, justClosed, hadQuote, afterCr } = state;
      const length = chunk.length;
      // Where the value began, or -1 for in a chunk before.
      let start = mask === 0 && !hadQuote ? 0 : -1;
      for (let i = 0; i < length; i++) {
        const kind = kinds[chunk[i] ?? 0] ?? other;
        if (kind < special) {
          mask |= kind;
          continue;
        }
        if (kind === quoteMark) {
          const doubled = justClosed && chunk[i - 1] === chunk[i];
          if (quoted) {
            quoted = false;
            justClosed = true;
          } else if (doubled || (justClosed && i === 0) || ((mask & ~space) === 0 && !hadQuote)) {
            if (hadQuote) mask |= other;
            quoted = true;
            justClosed = false;
          } else mask |= other;
          hadQuote = true;
          continue;
        }
        if (quoted) {
          mask |= other;
          if (kind === separatorMark) continue;
          if (kind === lf && afterCr && i === 0) afterCr = false;
          else if (kind === cr || chunk[i - 1] !== 13 || i === 0) line++;
          if (i === length - 1) afterCr = kind === cr;
          continue;
        }
        // A short number without a point, a sign or a zero at its beginning is what it seems to be.
        const telling =
          (mask & (digit | other)) === digit &&
          (wanted[column] ?? 0) !== 0 &&
          (mask !== digit || start < 0 || chunk[start] === 0x30 || i - start > exactDigits);
        if (kind === separatorMark) {
          if (telling) endCell(chunk, start, i, column, mask);
          column++;
        } else {
          const secondHalf = kind === lf && (i === 0 ? afterCr : chunk[i - 1] === 13);
          if (secondHalf) {
            ends.cr--;
            ends.crlf++;
          } else {
            line++;
            if (kind === lf) ends.lf++;
            else ends.cr++;
            if (telling) endCell(chunk, start, i, column, mask);
            endRecord(offset + i, line, column + 1, column === 0 && mask === 0 && !hadQuote);
          }
          column = 0;
        }
        mask = 0;
        hadQuote = false;
        justClosed = false;
        start = i + 1;
      }
      afterCr = length > 0 ? chunk[length - 1] === 13 : afterCr;
      if (mask === 0 && !hadQuote) carried = nothing;
      else if (start >= 0) carried = Buffer.from(chunk.subarray(start, start + carriedBytes));
      else carried = Buffer.concat([carried, chunk]).subarray(0, carriedBytes);
      offset += length;
      Object.assign(state, { line, column, mask, quoted, justClosed, hadQuote, afterCr });
    },
    end() {
      const { line, column, mask, hadQuote } = state;
      if (column > 0 || mask !== 0 || hadQuote) {
        endCell(nothing, -1, 0, column, mask);
        endRecord(offset, line, column + 1, false);
      }
      return {
        columns: Array.from(ofFile, factsOf),
        ...{ tooLongLine, records, blankLines },
        lineEnds: { '\n': ends.lf, '\r\n': ends.crlf, '\r': ends.cr },
      };
    },
  };
}
