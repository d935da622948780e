import { isUtf8 } from 'node:buffer';
import type { Encoding } from '#shared/intake/index.ts';
import { everydayShare } from './everyday.ts';

interface EncodingGuess {
  encoding: Encoding;
  /** Length of the byte order mark. */
  bom: number;
  /** 0 to 1. */
  confidence: number;
  /** Nothing was seen but ASCII, which says little of the bytes that were not looked at. */
  ascii?: boolean;
  /** Some bytes of the text are no characters of the encoding. */
  damaged?: boolean;
}

/**
 * The encoding of a text by pieces of it. The first piece begins with the file; any piece may begin or end inside a
 * character, which must not matter.
 */
export function detectEncoding(pieces: readonly Buffer[]): EncodingGuess {
  const head = pieces[0] ?? Buffer.alloc(0);
  const mark = byteOrderMark(head);
  if (mark) return mark;
  const wide = withoutMark16(head);
  if (wide) return wide;
  if (pieces.every((piece, i) => isUtf8Piece(piece, i === 0))) {
    const ascii = pieces.every((piece) => piece.every((byte) => byte < 0x80));
    return { encoding: 'utf-8', bom: 0, confidence: ascii ? 0.95 : 1, ascii };
  }
  return legacy(pieces);
}

/** Bytes of the byte order mark that belongs to `encoding`, 0 where there is none. */
export function markLength(head: Buffer, encoding: Encoding): number {
  const mark = byteOrderMark(head);
  return mark?.encoding === encoding ? mark.bom : 0;
}

function byteOrderMark(head: Buffer): EncodingGuess | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3, confidence: 1 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2, confidence: 1 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2, confidence: 1 };
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) {
    return { encoding: 'gb18030', bom: 4, confidence: 1 };
  }
  return undefined;
}

/** UTF-16 without a mark: ASCII characters, if only line ends, leave zeros on every other byte, and on one side only. */
function withoutMark16(head: Buffer): EncodingGuess | undefined {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  const little = odd > even;
  const [zeros, others] = little ? [odd, even] : [even, odd];
  if (zeros < pairs * 0.02) return undefined;
  const encoding = little ? 'utf-16le' : 'utf-16be';
  const plain = zeros > pairs * 0.3 && others <= zeros * 0.02;
  // A text that is mostly Chinese has few zeros, as has one that was damaged: what it says has to make sense.
  const sure = plain || everydayShare(new TextDecoder(encoding).decode(head.subarray(0, length))) > 0.2;
  return sure ? { encoding, bom: 0, confidence: 0.9 } : undefined;
}

function isUtf8Piece(piece: Buffer, first: boolean): boolean {
  let start = 0;
  if (!first) while (start < 3 && start < piece.length && isContinuation(piece[start])) start++;
  return isUtf8(piece.subarray(start, completeUtf8Length(piece)));
}

/** Length without a character that the end of the piece cuts. */
export function completeUtf8Length(piece: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= piece.length; back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (isContinuation(byte)) continue;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return wanted > back ? piece.length - back : piece.length;
  }
  return piece.length;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

interface Shape {
  /** Bytes from 0x80 up with no such neighbour: letters with accents in a Western text. */
  lone: number;
  high: number;
}

const eastAsian = ['gb18030', 'big5', 'shift_jis'] as const;
type EastAsian = (typeof eastAsian)[number];

function legacy(pieces: readonly Buffer[]): EncodingGuess {
  if (isDamagedUtf8(pieces)) return { encoding: 'utf-8', bom: 0, confidence: 0.6, damaged: true };
  const scored = eastAsian
    .flatMap((encoding) => {
      const text = decodedPieces(pieces, encoding);
      return text === null ? [] : [{ encoding, score: (commonShare(pieces, encoding) + everydayShare(text)) / 2 }];
    })
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  const { lone, high } = shapeOf(pieces);
  // Two-byte characters of Chinese text come in runs of high bytes; an accent stands between ASCII letters.
  const western = high > 0 && lone / high > 0.6;
  if (!best || (western && best.score < enough)) return { encoding: 'windows-1252', bom: 0, confidence: 0.6 };
  if (best.score < nothing) return { encoding: 'windows-1252', bom: 0, confidence: 0.5 };
  const gb = scored.find((one) => one.encoding === 'gb18030');
  // Chinese banks write GB18030: another encoding has to be clearly the better one.
  const chosen = gb && gb.score >= best.score - 0.05 ? gb : best;
  return { encoding: chosen.encoding, bom: 0, confidence: chosen.score > 0.6 ? 0.9 : 0.7 };
}

/** Scores above make a text East Asian, whatever its shape. */
const enough = 0.45;
/** Below, characters that hardly anybody writes are what other bytes happen to mean. */
const nothing = 0.12;

function decodedPieces(pieces: readonly Buffer[], encoding: EastAsian): string | null {
  if (!pieces.every((piece, i) => decodes(piece, encoding, i === 0))) return null;
  const decoder = new TextDecoder(encoding);
  return pieces
    .map((piece, i) => decoder.decode(piece.subarray(i === 0 ? 0 : piece.indexOf(10) + 1, scoredBytes)))
    .join('');
}

/** Bytes of each piece by which encodings are told apart. */
const scoredBytes = 200_000;

/** Nearly all that is beyond ASCII makes UTF-8 characters, or what does not makes none in any encoding. */
function isDamagedUtf8(pieces: readonly Buffer[]): boolean {
  let wrong = 0;
  let right = 0;
  let impossible = 0;
  for (const piece of pieces) {
    for (const byte of piece) if (byte === 0xff || byte === 0xfe || byte === 0xc0 || byte === 0xc1) impossible++;
    for (const char of new TextDecoder('utf-8').decode(piece)) {
      if (char === '\ufffd') wrong++;
      else if (char > '\u007f') right++;
    }
  }
  return right > wrong * 5 || (impossible > 0 && impossible >= wrong);
}

function decodes(piece: Buffer, encoding: Encoding, first: boolean): boolean {
  // A piece from the middle may begin inside a character: begin after a line end, which no character contains.
  const start = first ? 0 : piece.indexOf(10) + 1;
  try {
    new TextDecoder(encoding, { fatal: true }).decode(piece.subarray(start), { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** The share of two-byte characters that begin in the rows of everyday characters of an encoding. */
function commonShare(pieces: readonly Buffer[], encoding: EastAsian): number {
  let common = 0;
  let all = 0;
  for (const piece of pieces) {
    for (let i = 0; i < piece.length - 1; i++) {
      const lead = piece[i] ?? 0;
      if (lead < 0x80) continue;
      all++;
      if (isCommon(lead, piece[i + 1] ?? 0, encoding)) common++;
      i++;
    }
  }
  return all === 0 ? 0 : common / all;
}

function isCommon(lead: number, trail: number, encoding: EastAsian): boolean {
  switch (encoding) {
    case 'gb18030':
      return trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa1 || lead === 0xa3);
    case 'big5':
      return lead >= 0xa4 && lead <= 0xc6 && (trail <= 0x7e || trail >= 0xa1);
    case 'shift_jis':
      return lead === 0x82 || lead === 0x83 || (lead >= 0x88 && lead <= 0x97);
  }
}

function shapeOf(pieces: readonly Buffer[]): Shape {
  const shape: Shape = { lone: 0, high: 0 };
  for (const piece of pieces) {
    for (let i = 0; i < piece.length; i++) {
      if ((piece[i] ?? 0) < 0x80) continue;
      shape.high++;
      if ((piece[i - 1] ?? 0) < 0x80 && (piece[i + 1] ?? 0) < 0x80) shape.lone++;
    }
  }
  return shape;
}
