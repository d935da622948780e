import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { writeNew } from '../source/writeNew.ts';
import type { Dialect } from './parse.ts';

/** Makes every line end outside quotes an LF, in place: DuckDB refuses files that mix them. */
export async function normaliseLineEnds(path: string, dialect: Dialect, signal?: AbortSignal): Promise<void> {
  const rewritten = `${path}.lf`;
  const quote = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0);
  const delimiter = dialect.delimiter.charCodeAt(0);
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: 1 << 20 }),
      (chunks: AsyncIterable<Buffer>) => rewrite(chunks, quote, delimiter),
      (chunks: AsyncIterable<Buffer>) => writeNew(rewritten, chunks),
      { ...(signal ? { signal } : {}) },
    );
    await rename(rewritten, path);
  } finally {
    await rm(rewritten, { force: true });
  }
}

async function* rewrite(chunks: AsyncIterable<Buffer>, quote: number, delimiter: number): AsyncGenerator<Buffer> {
  let quoted = false;
  let mayOpen = true;
  let afterCr = false;
  for await (const chunk of chunks) {
    const out = Buffer.allocUnsafe(chunk.length);
    let length = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] ?? 0;
      if (!quoted && (byte === 10 || byte === 13)) {
        if (!(byte === 10 && afterCr)) out[length++] = 10;
        afterCr = byte === 13;
        mayOpen = true;
        continue;
      }
      afterCr = false;
      if (byte === quote) {
        // A doubled quote closes and opens again.
        if (quoted) quoted = false;
        else if (mayOpen) quoted = true;
        mayOpen = true;
      } else if (!quoted) mayOpen = byte === delimiter || (mayOpen && byte === 32);
      out[length++] = byte;
    }
    yield out.subarray(0, length);
  }
}
