import { createReadStream } from 'node:fs';
import { type Dialect, type Form, type PlacedRecord, readRecord } from './parse.ts';
import type { SourceRecord } from './sorted.ts';

/** A record with its place, for the next one to be found. */
type ReadRecord = SourceRecord & PlacedRecord;

const pieceBytes = 1 << 20;

/** The records of a staged UTF-8 text, one batch after the other. `onPiece` is called between pieces of the file. */
export async function* recordsOf(path: string, dialect: Dialect, onPiece: () => void): AsyncGenerator<ReadRecord[]> {
  let text = '';
  let line = 1;
  let damaged = false;
  // Lines above the table follow no rule: a quote in a title must not swallow the header.
  const above: Form = { delimiter: ',', quote: '', comment: dialect.comment, starts: [0] };
  const pieces = piecesOf(path);
  try {
    for (;;) {
      onPiece();
      const piece = await pieces.next();
      const whole = piece.done === true;
      if (!whole) {
        text += piece.value.text;
        damaged ||= piece.value.damaged;
      }
      const batch: ReadRecord[] = [];
      let at = 0;
      while (at < text.length) {
        const record = readRecord(text, at, line, line <= dialect.skip ? above : dialect, whole);
        if (!record) break;
        const own = text.slice(record.from, record.to);
        batch.push({ ...record, text: own, damaged: damaged && own.includes('\ufffd') });
        at = record.next;
        line += record.lines;
      }
      text = text.slice(at);
      if (batch.length > 0) yield batch;
      if (whole) return;
    }
  } finally {
    // Whoever gives up in between leaves the file open otherwise, and its space taken though it is deleted.
    await pieces.return(undefined);
  }
}

/** The text of a file. Once bytes are damaged, they become replacement characters from there on. */
async function* piecesOf(path: string): AsyncGenerator<{ text: string; damaged: boolean }> {
  let strict: TextDecoder | null = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let held: Buffer = Buffer.alloc(0);
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes })) {
    if (!Buffer.isBuffer(chunk)) continue;
    if (strict) {
      try {
        const text = strict.decode(chunk, { stream: true });
        held = chunk.subarray(-4);
        yield { text, damaged: false };
        continue;
      } catch {
        strict = null;
        lossy.decode(cutCharacter(held), { stream: true });
      }
    }
    yield { text: lossy.decode(chunk, { stream: true }), damaged: true };
  }
  try {
    const text = (strict ?? lossy).decode();
    if (text !== '') yield { text, damaged: strict === null };
  } catch {
    yield { text: '\ufffd', damaged: true };
  }
}

/** The bytes of a character that the end of a piece cuts. */
function cutCharacter(tail: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, tail.length); back++) {
    const byte = tail[tail.length - back] ?? 0;
    if (byte >= 0xc0) return tail.subarray(tail.length - back);
    if (byte < 0x80) break;
  }
  return Buffer.alloc(0);
}
