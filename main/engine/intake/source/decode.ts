import { AppError } from '#shared/errors/index.ts';
import type { Encoding } from '#shared/intake/index.ts';

const replacement = '\ufffd';

/**
 * A text as UTF-8 without a byte order mark. A byte that the encoding does not know fails with its line: decoding
 * puts U+FFFD in its place, which no file of a legacy encoding holds by itself.
 */
export async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  file: string,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  let lines = 1;
  const checked = (text: string): Buffer => {
    const bad = text.indexOf(replacement);
    if (bad >= 0) throw badEncoding(file, lines + countLines(text.slice(0, bad)), encoding);
    lines += countLines(text);
    return Buffer.from(text, 'utf8');
  };
  for await (const chunk of chunks) yield checked(decoder.decode(chunk, { stream: true }));
  const rest = checked(decoder.decode());
  if (rest.length > 0) yield rest;
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

export function badEncoding(file: string, line: number, encoding: Encoding): AppError {
  return new AppError('validation', 'fileBadEncoding', { file, line, encoding: encoding.toUpperCase() });
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
