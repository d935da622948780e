import { createReadStream } from 'node:fs';
import { AppError } from '#shared/errors/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createCsvWriter } from '../csvWriter.ts';
import { faultOf, maximumObjectBytes, type SplitCounts } from '../jsonl/split.ts';
import { quarantineTextLength } from '../limits.ts';
import { truncated } from '../source/errors.ts';
import { createListReader, type ListItem, type MoreInFile } from './list.ts';
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
): Promise<SplitCounts> {
  const good = createCsvWriter(out.good);
  const bad = createCsvWriter(out.bad);
  const counts: SplitCounts = { good: 0, bad: 0, firstBadLine: 0, blank: 0 };
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
      // Outside texts a line end is as good as a space, and inside there is none.
      await good.text(`${String(read).replace(/[\r\n]+/g, ' ')}\n`);
    } else {
      if (counts.bad++ === 0) counts.firstBadLine = line;
      await bad.row([String(line), null, fault.reason, fault.detail, text.slice(0, quarantineTextLength)]);
    }
  };
  const reader = createListReader(maximumObjectBytes, shape !== null);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      stopIfCancelled(context);
      if (Buffer.isBuffer(chunk)) for (const item of reader.push(chunk)) await put(item);
      if (reader.more() !== null) break;
    }
  } finally {
    await Promise.allSettled([good.close(), bad.close()]);
  }
  const more = reader.more();
  if (more !== null && reader.state() !== 'before') throw moreThanRead(file, more);
  if (cut && reader.state() === 'inside') return counts;
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

/** Which list is the table, and whether several are one, is not for us to say. */
function moreThanRead(file: string, more: MoreInFile): AppError {
  switch (more.kind) {
    case 'list':
      return new AppError('validation', 'jsonSeveralLists', { file, first: more.firstLine, second: more.secondLine });
    case 'value':
      return new AppError('validation', 'jsonMoreAfter', { file, line: more.line });
  }
}
