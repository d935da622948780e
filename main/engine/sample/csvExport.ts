import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';

export interface CsvStyle {
  encoding: 'gb18030' | 'utf-8';
  newline: '\n' | '\r\n';
  /** Lines of our own, each put after that many lines of the file. */
  extraLines?: ReadonlyMap<number, string>;
}

/**
 * Rewrites a UTF-8 file with \n (what DuckDB writes) in another encoding and with other line ends. Values must not hold line
 * breaks. Aborting `signal` stops it with an AbortError.
 */
export async function restyleCsv(from: string, to: string, style: CsvStyle, signal?: AbortSignal): Promise<void> {
  await pipeline(
    createReadStream(from, { encoding: 'utf8' }),
    (text: AsyncIterable<string>) => restyled(text, style),
    createWriteStream(to),
    signal ? { signal } : {},
  );
}

async function* restyled(text: AsyncIterable<string>, style: CsvStyle): AsyncGenerator<Uint8Array> {
  let written = 0;
  let open = '';
  for await (const chunk of text) {
    const lines = (open + chunk).split('\n');
    open = lines.pop() ?? '';
    let out = '';
    for (const line of lines) {
      out += line + style.newline;
      written += 1;
      for (let extra = style.extraLines?.get(written); extra !== undefined; extra = style.extraLines?.get(written)) {
        out += extra + style.newline;
        written += 1;
      }
    }
    if (out !== '') yield iconv.encode(out, style.encoding);
  }
  if (open !== '') yield iconv.encode(open, style.encoding);
}
