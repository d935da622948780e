import { createReadStream } from 'node:fs';

/** A line of a file as its bytes, without its end; `line` counts from 1. Only the beginning of one beyond `limit` is kept. */
interface RawLine {
  readonly line: number;
  readonly bytes: Buffer;
  readonly tooLong: boolean;
}

/** The lines of a staged file. */
export async function* linesOf(path: string, limit: number): AsyncGenerator<RawLine> {
  let line = 1;
  let held: Buffer[] = [];
  let length = 0;
  const take = (last: Buffer): RawLine => {
    const whole = held.length === 0 ? last : Buffer.concat([...held, last]);
    const tooLong = length + last.length > limit;
    const end = whole.at(-1) === 13 ? whole.length - 1 : whole.length;
    held = [];
    length = 0;
    return { line: line++, bytes: whole.subarray(0, end), tooLong };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!Buffer.isBuffer(chunk)) continue;
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield take(chunk.subarray(start, end));
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    // What is beyond the limit is counted, not kept.
    if (length < limit && rest.length > 0) held.push(Buffer.from(rest));
    length += rest.length;
  }
  if (length > 0) yield take(Buffer.alloc(0));
}
