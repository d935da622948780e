import { isUtf8 } from 'node:buffer';
import type { quarantineReasons } from '#shared/intake/index.ts';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { createCsvWriter } from '../csvWriter.ts';
import { quarantineTextLength } from '../limits.ts';
import { createPlaces } from '../sheets/places.ts';
import { linesOf } from '../source/lines.ts';
import { withNestedIdentifiers } from './nested.ts';

/** Bytes of one object. */
export const maximumObjectBytes = 16_000_000;

export interface SplitCounts {
  good: number;
  bad: number;
  firstBadLine: number;
  blank: number;
  /** Rows that name the columns. */
  header?: number;
  /** The line of the file in which the object of a good line begins, both from 1. */
  readonly lineOf: (good: number) => number;
}

export interface Fault {
  readonly reason: (typeof quarantineReasons)[number];
  readonly detail: string;
}

/** How an object is written down: anew, or as it stands. */
export type Written = (object: string) => string;

/** Copies the lines that hold a JSON object to `good`, and the others, as rows of a quarantine, to `bad`. */
export async function splitJsonLines(
  path: string,
  out: { good: string; bad: string },
  context: IntakeContext,
  written: Written = withNestedIdentifiers,
): Promise<SplitCounts> {
  const good = createCsvWriter(out.good);
  const bad = createCsvWriter(out.bad);
  const places = createPlaces();
  const counts: SplitCounts = { good: 0, bad: 0, firstBadLine: 0, blank: 0, lineOf: places.rowOf };
  try {
    for await (const { line, bytes, tooLong } of linesOf(path, maximumObjectBytes)) {
      if (line % 1000 === 0) stopIfCancelled(context);
      const text = bytes.toString('utf8');
      if (text.trim() === '') {
        counts.blank++;
        continue;
      }
      const fault = faultOf(bytes, text, tooLong);
      if (fault === null) {
        counts.good++;
        places.add(line, []);
        await good.text(`${written(text)}\n`);
      } else {
        if (counts.bad++ === 0) counts.firstBadLine = line;
        await bad.row([String(line), null, fault.reason, fault.detail, text.slice(0, quarantineTextLength)]);
      }
    }
  } finally {
    await Promise.allSettled([good.close(), bad.close()]);
  }
  return counts;
}

/** What is wrong with the text of an object, null where nothing is. */
export function faultOf(bytes: Buffer, text: string, tooLong: boolean): Fault | null {
  if (tooLong) return { reason: 'lineTooLong', detail: `more than ${maximumObjectBytes} bytes` };
  if (!isUtf8(bytes)) return { reason: 'invalidEncoding', detail: 'not UTF-8' };
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? null : { reason: 'notObject', detail: 'not a JSON object' };
  } catch (thrown) {
    return { reason: 'notJson', detail: positionOnly(thrown) };
  }
}

/** JavaScript quotes the text around the fault; its position is enough, and says nothing of the client. */
function positionOnly(thrown: unknown): string {
  const position = thrown instanceof Error ? /position (\d+)/.exec(thrown.message)?.[1] : undefined;
  return position === undefined ? 'not JSON' : `not JSON (position ${position})`;
}
