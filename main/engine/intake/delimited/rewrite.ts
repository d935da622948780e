import { rename, rm } from 'node:fs/promises';
import { type IntakeContext, stopIfCancelled } from '../context.ts';
import { writing } from '../csvWriter.ts';
import { type Dialect, isPlainDelimiter } from './parse.ts';
import type { DelimitedPlan } from './plan.ts';
import { recordsOf } from './reader.ts';
import { createSorter, type Layout, type RecordClass, type SortedRecord } from './sorted.ts';

/** How many records of a file are of each class. */
export type RecordCounts = Readonly<Record<RecordClass, number>>;

export function layoutOf(plan: DelimitedPlan, gapped: boolean): Layout {
  const { dialect, header, headerRows = header ? 1 : 0, totals = false, columns } = plan;
  const gaps = gapped ? (dialect.ruled ? null : (dialect.starts ?? null)) : null;
  return {
    skip: dialect.skip,
    headerRows,
    width: columns.length,
    totals,
    gaps,
    marked: plan.commentGiven ? null : dialect,
  };
}

/** Every record of a staged text with its class, one batch after the other. */
export async function* sortedRecords(
  path: string,
  plan: DelimitedPlan,
  layout: Layout,
  context: IntakeContext,
): AsyncGenerator<readonly SortedRecord[]> {
  const sorter = createSorter(layout);
  for await (const batch of recordsOf(path, plan.dialect, () => stopIfCancelled(context))) yield sorter.push(batch);
  yield sorter.end();
}

export function noRecords(): Record<RecordClass, number> {
  return { preamble: 0, header: 0, comment: 0, blank: 0, total: 0, row: 0, bad: 0 };
}

/** How the text is written anew: as DuckDB reads it without a question. */
export function plainDialect({ delimiter, quote, starts }: Dialect): Dialect {
  return { delimiter: starts || !isPlainDelimiter(delimiter) ? ',' : delimiter, quote: quote || '"', skip: 0 };
}

/**
 * Writes the rows of a staged text anew, in its place, as plain CSV without a header. Every row keeps its line, so that
 * what is found in it later has the line of the user's file. What is no row is handed to `onOther`.
 */
export async function rewrite(
  path: string,
  plan: DelimitedPlan,
  layout: Layout,
  context: IntakeContext,
  onOther: (record: SortedRecord) => Promise<void>,
): Promise<RecordCounts> {
  const rewritten = `${path}.plain`;
  const counts = noRecords();
  // A table of one column gets a second one, which tells its empty values from blank lines.
  const filler = layout.width === 1 ? [''] : [];
  const plain = plainDialect(plan.dialect);
  const quoted = minimallyQuoted(plain);
  try {
    await writing(rewritten, async (out) => {
      let line = 1;
      for await (const records of sortedRecords(path, plan, layout, context)) {
        let text = '';
        for (const sorted of records) {
          const { record, is } = sorted;
          counts[is]++;
          if (is !== 'row') {
            await onOther(sorted);
            continue;
          }
          const cells = [...record.values, ...filler].map(quoted).join(plain.delimiter);
          text += `${'\n'.repeat(record.line - line)}${cells}\n`;
          line = record.line + record.lines;
        }
        await out.text(text);
      }
    });
    await rename(rewritten, path);
    return counts;
  } finally {
    await rm(rewritten, { force: true });
  }
}

/** A value in quotes where it would not be read as it is otherwise. */
export function minimallyQuoted({ delimiter, quote }: Dialect): (value: string) => string {
  return (value) =>
    value.includes(quote) || value.includes(delimiter) || value.includes('\n') || value.includes('\r')
      ? quote + value.replaceAll(quote, quote + quote) + quote
      : value;
}
