import { maximumLineBytes } from '../limits.ts';
import { type LineEnd, type LineMark, lineEndsIn, markEvery } from './lines.ts';

/** What the bytes of a column's values are made of, over the whole file. */
export interface ColumnFacts {
  /** A digit follows a zero at the beginning: 007. */
  leadingZero: boolean;
  /** A whole number of more than 15 digits. */
  longDigits: boolean;
  /** A number with a decimal point or an exponent. */
  fraction: boolean;
}

export interface ScanFacts {
  /** Columns beyond those planned are not described. */
  readonly columns: readonly ColumnFacts[];
  /** The line of the first NUL byte, or null. */
  readonly nulLine: number | null;
  /** The line of the first record beyond the limit, or null. DuckDB misses one that a quote left open makes. */
  readonly tooLongLine: number | null;
  /** Records that are not blank, the header and what stands before it included. */
  readonly records: number;
  readonly blankLines: number;
  /** Line ends outside quotes, by kind. */
  readonly lineEnds: Readonly<Record<LineEnd, number>>;
  readonly marks: readonly LineMark[];
}

const digit = 1;
const zero = 2;
const point = 4;
const sign = 8;
const space = 16;
const other = 32;
const kinds = new Uint8Array(256).fill(other);
for (let byte = 0x31; byte <= 0x39; byte++) kinds[byte] = digit;
kinds[0x30] = zero;
for (const char of '.eE') kinds[char.charCodeAt(0)] = point;
for (const char of '+-') kinds[char.charCodeAt(0)] = sign;
kinds[0x20] = space;

const exactDigits = 15;

const leadingZero = 1;
const longDigits = 2;
const fraction = 4;

export interface Scanner {
  push(chunk: Buffer): void;
  end(): ScanFacts;
}

/**
 * Walks over the bytes of a UTF-8 text once. DuckDB rounds 1.5 to a BIGINT and drops leading zeros without a word, so
 * what the sample promised has to be held against the whole file; it also counts lines only roughly.
 * One plain loop over bytes, because this runs beside the load of files of gigabytes.
 */
export function createScanner(delimiter: string, quote: string, columnCount: number): Scanner {
  const separator = delimiter.charCodeAt(0);
  // A delimiter of several bytes cannot be told apart here: columns are not described then, lines still are.
  const separated = delimiter.length === 1 && separator < 0x80;
  const quoteByte = quote === '' ? -1 : quote.charCodeAt(0);
  const ofRecord = new Uint8Array(columnCount);
  const ofFile = new Uint8Array(columnCount);
  const marks: LineMark[] = [{ offset: 0, line: 1 }];
  const count = { records: 0, blankLines: 0, lf: 0, crlf: 0, cr: 0 };
  let nulLine: number | null = null;
  let tooLongLine: number | null = null;
  let recordAt = 0;
  let recordLine = 1;
  let offset = 0;
  let line = 1;
  let nextMark = markEvery;
  let column = 0;
  let mask = 0;
  // 0: nothing but spaces and a sign yet, 1: a zero came first, 2: a digit after it, 3: decided otherwise.
  let lead = 0;
  let length = 0;
  let quoted = false;
  // A quote directly after a closing one is a doubled quote: the value goes on.
  let justClosed = false;
  let hadQuote = false;
  let afterCr = false;

  const endCell = () => {
    let flags = 0;
    if ((mask & (digit | zero)) !== 0 && (mask & other) === 0) {
      if (lead === 2) flags |= leadingZero;
      if ((mask & point) !== 0) flags |= fraction;
      else if (length > exactDigits) flags |= longDigits;
    }
    if (column < columnCount) ofRecord[column] = flags;
    mask = 0;
    lead = 0;
    length = 0;
    hadQuote = false;
  };
  const endRecord = (end: number) => {
    if (tooLongLine === null && end - recordAt > maximumLineBytes) tooLongLine = recordLine;
    recordAt = end;
    recordLine = line;
    const blank = column === 0 && mask === 0 && !hadQuote;
    if (blank) count.blankLines++;
    else count.records++;
    endCell();
    // The values of a ragged record may stand in the wrong columns: they say nothing.
    if (column + 1 === columnCount) {
      for (let i = 0; i < columnCount; i++) ofFile[i] = (ofFile[i] ?? 0) | (ofRecord[i] ?? 0);
    }
    column = 0;
  };

  return {
    push(chunk) {
      if (nulLine === null) {
        const nul = chunk.indexOf(0);
        if (nul >= 0) nulLine = line + lineEndsIn(chunk.subarray(0, nul));
      }
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i] ?? 0;
        if (byte === 10) {
          justClosed = false;
          if (afterCr) {
            afterCr = false;
            if (!quoted) {
              count.cr--;
              count.crlf++;
            }
          } else {
            line++;
            if (!quoted) {
              count.lf++;
              endRecord(offset + i);
            } else mask |= other;
          }
          if (offset + i >= nextMark) {
            marks.push({ offset: offset + i + 1, line });
            nextMark = offset + i + markEvery;
          }
          continue;
        }
        if (byte === 13) {
          line++;
          if (!quoted) {
            count.cr++;
            endRecord(offset + i);
          } else mask |= other;
          afterCr = true;
          justClosed = false;
          if (offset + i >= nextMark && i + 1 < chunk.length && chunk[i + 1] !== 10) {
            marks.push({ offset: offset + i + 1, line });
            nextMark = offset + i + markEvery;
          }
          continue;
        }
        afterCr = false;
        if (byte === quoteByte) {
          if (quoted) {
            quoted = false;
            justClosed = true;
          } else if (justClosed || ((mask & ~space) === 0 && !hadQuote)) {
            if (justClosed) mask |= other;
            quoted = true;
            justClosed = false;
          } else mask |= other;
          hadQuote = true;
          continue;
        }
        justClosed = false;
        if (!quoted && separated && byte === separator) {
          endCell();
          column++;
          continue;
        }
        const kind = kinds[byte] ?? other;
        mask |= kind;
        if ((kind & (digit | zero)) !== 0) {
          length++;
          if (lead < 2) lead = lead === 1 ? 2 : kind === zero ? 1 : 3;
        } else if (lead === 1) lead = 3;
      }
      offset += chunk.length;
    },
    end() {
      if (column > 0 || mask !== 0 || hadQuote) endRecord(offset);
      const columns = Array.from(ofFile, (flags) => ({
        leadingZero: (flags & leadingZero) !== 0,
        longDigits: (flags & longDigits) !== 0,
        fraction: (flags & fraction) !== 0,
      }));
      const { records, blankLines, lf, crlf, cr } = count;
      return {
        records,
        blankLines,
        lineEnds: { '\n': lf, '\r\n': crlf, '\r': cr },
        columns,
        nulLine,
        tooLongLine,
        marks,
      };
    },
  };
}
