import { AppError } from '#shared/errors/index.ts';
import type { Encoding } from '#shared/intake/index.ts';

const replacement = '\ufffd';

/** A text as UTF-8 without a byte order mark. Bytes that the encoding does not know fail with their line. */
export async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  file: string,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  for await (const chunk of chunks) {
    const text = orFail(
      () => decoder.decode(chunk, { stream: true }),
      () => badEncoding(file, lines + linesBeforeFault(chunk, encoding), encoding),
    );
    lines += countLines(text);
    yield Buffer.from(text, 'utf8');
  }
  const rest = orFail(
    () => decoder.decode(),
    () => badEncoding(file, lines, encoding),
  );
  if (rest.length > 0) yield Buffer.from(rest, 'utf8');
}

function orFail(decode: () => string, failure: () => Error): string {
  try {
    return decode();
  } catch {
    throw failure();
  }
}

/** A chunk may begin inside a character: what looks bad in its first line is so only if nothing after it is. */
function linesBeforeFault(chunk: Buffer, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(chunk, { stream: true });
  const fault = text.indexOf(replacement, text.indexOf('\n') + 1);
  return fault < 0 ? 0 : countLines(text.slice(0, fault));
}

/** A UTF-8 text without its byte order mark. */
export async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of chunks) {
    const marked = first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
    first = false;
    yield marked ? chunk.subarray(3) : chunk;
  }
}

/** A text without NUL bytes, which fill fields up or are left by a crash: no value has them. */
export async function* withoutNul(
  chunks: AsyncIterable<Buffer>,
  onRemoved: (count: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const kept = chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk;
    if (kept.length < chunk.length) onRemoved(chunk.length - kept.length);
    yield Buffer.from(kept.buffer, kept.byteOffset, kept.length);
  }
}

export function badEncoding(file: string, line: number, encoding: Encoding): AppError {
  return new AppError('validation', 'fileBadEncoding', { file, line, encoding: encoding.toUpperCase() });
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
