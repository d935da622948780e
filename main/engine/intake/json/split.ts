import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createCsvWriter } from '../csvWriter.ts';
import { withNestedIdentifiers } from '../jsonl/nested.ts';
import { faultOf, maximumObjectBytes, type SplitCounts, type Written } from '../jsonl/split.ts';
import { quarantineTextLength } from '../limits.ts';
import { createPlaces } from '../sheets/places.ts';
import { truncated } from '../source/errors.ts';
import { mostWhole, rowsOfColumns } from './columns.ts';
import { createListReader, type ListItem, type MoreInFile } from './list.ts';
import { recordOf } from './record.ts';
import { objectsOfRows, rowsShapeOf } from './rows.ts';

/**
 * Writes the objects of the list in a JSON file as lines to `good`, and what else is in the list, as rows of a quarantine,
 * to `bad`. Rows that are lists become objects. `cut`: only the beginning of a file is there, and may end anywhere.
 */
export async function splitJson(
  path: string,
  out: { good: string; bad: string },
  context: IntakeContext,
  { file, cut, head }: { file: string; cut: boolean; head: string },
  written: Written = withNestedIdentifiers,
): Promise<SplitCounts> {
  const good = createCsvWriter(out.good);
  const bad = createCsvWriter(out.bad);
  const places = createPlaces();
  const counts: SplitCounts = { good: 0, bad: 0, firstBadLine: 0, blank: 0, lineOf: places.rowOf };
  const shape = rowsShapeOf(head);
  const objectOf = shape && objectsOfRows(shape);
  const put = async ({ line, bytes, tooLong }: ListItem) => {
    const text = bytes.toString('utf8');
    const read = objectOf === null ? text : objectOf(text);
    if (read === 'header') {
      counts.header = 1;
      return;
    }
    const fault = typeof read === 'string' ? faultOf(bytes, read, tooLong) : read;
    if (fault === null) {
      counts.good++;
      places.add(line, []);
      // Outside texts a line end is as good as a space, and inside there is none.
      await good.text(`${written(String(read)).replace(/[\r\n]+/g, ' ')}\n`);
    } else {
      if (counts.bad++ === 0) counts.firstBadLine = line;
      await bad.row([String(line), null, fault.reason, fault.detail, text.slice(0, quarantineTextLength)]);
    }
  };
  const reader = createListReader(maximumObjectBytes, { ofLists: shape !== null, from: rowsFrom(head) });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      stopIfCancelled(context);
      if (Buffer.isBuffer(chunk)) for (const item of reader.push(chunk)) await put(item);
      if (reader.more() !== null) break;
    }
    if (reader.state() === 'before' && !cut) {
      for (const row of (await wholeRows(path)) ?? []) {
        if (counts.good++ % 1000 === 0) stopIfCancelled(context);
        await good.text(`${written(row).replace(/[\r\n]+/g, ' ')}\n`);
      }
    }
  } finally {
    await Promise.allSettled([good.close(), bad.close()]);
  }
  const more = reader.more();
  if (more !== null && reader.state() !== 'before') throw moreThanRead(file, more);
  if ((cut && reader.state() === 'inside') || (reader.state() === 'before' && counts.good > 0)) return counts;
  switch (reader.state()) {
    case 'ended':
      // What is missing may be another list.
      if (!cut && !reader.closed()) throw truncated(file, 'JSON', 'the value is not closed');
      return counts;
    case 'inside':
      throw truncated(file, 'JSON', 'the list is not closed');
    case 'before':
      throw new AppError('validation', 'jsonNoList', { file });
  }
}

/** Behind the fields that pandas puts first: {"schema": {"fields": [{..}]}, "data": [..]}. */
function rowsFrom(head: string): number {
  const start = /^\s*\{\s*"schema"\s*:\s*\{/.exec(head);
  const data = start && /"data"\s*:\s*\[/.exec(head);
  return data ? Buffer.byteLength(head.slice(0, data.index)) : 0;
}

async function wholeRows(path: string): Promise<Iterable<string> | null> {
  const { size } = await stat(path);
  if (size > mostWhole) return null;
  const text = await readFile(path, 'utf8');
  const record = rowsOfColumns(text) ?? recordOf(text);
  return typeof record === 'string' ? [record] : record;
}

/** Which list is the table, and whether several are one, is not for us to say. */
function moreThanRead(file: string, more: MoreInFile): AppError {
  switch (more.kind) {
    case 'list':
      return new AppError('validation', 'jsonSeveralLists', { file, first: more.firstLine, second: more.secondLine });
    case 'value':
      return new AppError('validation', 'jsonMoreAfter', { file, line: more.line });
  }
}
