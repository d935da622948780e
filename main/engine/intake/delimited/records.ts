import { open } from 'node:fs/promises';
import { readAt } from '../source/source.ts';
import type { DelimitedPlan } from './plan.ts';

/** Where a record stands in its file. */
export interface RecordPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

const chunkBytes = 1 << 20;

/** The places of all records that are not blank, the header and what stands before it left out. */
export async function* recordPlaces(path: string, plan: DelimitedPlan): AsyncGenerator<RecordPlace> {
  const quote = plan.dialect.quote === '' ? -1 : plan.dialect.quote.charCodeAt(0);
  const delimiter = plan.dialect.delimiter.charCodeAt(0);
  const blanksCount = plan.columns.length === 1;
  let toSkip = plan.dialect.skip + (plan.header ? 1 : 0);
  const handle = await open(path, 'r');
  try {
    let offset = 0;
    let line = 1;
    let start = 0;
    let begun = 1;
    let quoted = false;
    let atCellStart = true;
    let closing = false;
    let afterCr = false;
    for (;;) {
      const chunk = await readAt(handle, offset, chunkBytes);
      if (chunk.length === 0) break;
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i] ?? 0;
        const lineEnd = byte === 10 || byte === 13;
        if (lineEnd) {
          const second = byte === 10 && afterCr;
          afterCr = byte === 13;
          if (!second) line++;
          if (quoted) continue;
          const at = offset + i;
          if (second) {
            start = at + 1;
            continue;
          }
          const isRow = at > start || blanksCount;
          if (toSkip > 0) toSkip--;
          else if (isRow) yield { start, end: at, line: begun };
          start = at + 1;
          begun = line;
          atCellStart = true;
          closing = false;
          continue;
        }
        afterCr = false;
        if (byte === quote) {
          if (quoted) {
            quoted = false;
            closing = true;
          } else if (atCellStart || closing) {
            quoted = true;
            closing = false;
          }
          atCellStart = false;
        } else if (!quoted) {
          if (byte === delimiter) {
            atCellStart = true;
            closing = false;
          } else {
            closing = false;
            if (byte !== 32) atCellStart = false;
          }
        }
      }
      offset += chunk.length;
    }
    if (offset > start && toSkip === 0) yield { start, end: offset, line: begun };
  } finally {
    await handle.close();
  }
}
