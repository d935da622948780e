import type { QuarantinedRow } from '#shared/intake/index.ts';
import { maximumLineBytes } from '../limits.ts';
import { isAligned } from './fixedWidth.ts';
import { repeatsHeader } from './header.ts';
import { type CsvRecord, type Form, parseRecords } from './parse.ts';
import { createSums, type Sums } from './sums.ts';
import { footLength, footRows, isNamedTotal, isTotal } from './totals.ts';

/** A record with the text that it was read from. */
export interface SourceRecord extends CsvRecord {
  /** As it stands in the file. */
  readonly text: string;
  /** Some of its bytes are no UTF-8. */
  readonly damaged: boolean;
}

/** What a record of a file is to its table. */
export type RecordClass = 'preamble' | 'header' | 'comment' | 'blank' | 'total' | 'row' | 'bad';

export interface SortedRecord {
  readonly record: SourceRecord;
  readonly is: RecordClass;
  readonly reason: QuarantinedRow['reason'] | null;
}

/** Where the table stands in its file. */
export interface Layout {
  readonly skip: number;
  readonly headerRows: number;
  readonly width: number;
  /** Total rows and what stands below the table are no rows. */
  readonly totals: boolean;
  /** Where columns begin that are parted by gaps: what stands in a gap is out of place. */
  readonly gaps: readonly number[] | null;
  /** How the text is written, where nobody said that its mark of comments is one. */
  readonly marked: Form | null;
}

/** Says of each record what it is. The last ones are held back until it is known that they are the last. */
export function createSorter(layout: Layout) {
  let headersLeft = layout.headerRows;
  let headersAhead = layout.headerRows;
  const headers: (readonly string[])[] = [];
  const held: SourceRecord[] = [];
  const sums = createSums(layout.width);

  const aboveTable = (record: SourceRecord): SortedRecord | null => {
    if (record.kind === 'blank') return { record, is: 'blank', reason: null };
    if (record.kind === 'comment') return { record, is: 'comment', reason: null };
    if (record.line <= layout.skip) return { record, is: 'preamble', reason: null };
    if (headersLeft > 0) {
      headersLeft--;
      headers.push(record.values);
      return { record, is: 'header', reason: null };
    }
    const again = headers.some((header) => repeatsHeader(record.values, header));
    return again ? { record, is: 'header', reason: null } : null;
  };

  return {
    /** The records that are decided by these. */
    push(records: readonly SourceRecord[]): SortedRecord[] {
      const sorted: SortedRecord[] = [];
      for (const record of records) {
        const below = headersAhead === 0 && record.line > layout.skip;
        if (record.kind === 'values' && record.line > layout.skip && headersAhead > 0) headersAhead--;
        held.push(below && record.kind === 'comment' ? asRow(record, layout) : record);
        if (held.length > footRows * 2)
          for (const one of held.splice(0, footRows)) sorted.push(aboveTable(one) ?? inTable(one, layout, sums));
      }
      return sorted;
    },
    /** The rest; `whole`: nothing comes after it in the file. */
    end(whole = true): SortedRecord[] {
      const rest = held.splice(0).map((record) => aboveTable(record) ?? record);
      const table = rest.filter((one): one is SourceRecord => !('is' in one));
      const foot = whole && layout.totals ? table.slice(table.length - footLengthOf(table, layout, sums)) : [];
      const below = new Set(foot);
      return rest.map((one) => {
        if ('is' in one) return one;
        return below.has(one) ? { record: one, is: 'total', reason: null } : inTable(one, layout, sums);
      });
    },
  };
}

/** A line below the header that begins with a mark and has the width of the table is a row: #VIP1,601,x. */
function asRow(record: SourceRecord, { marked, width }: Layout): SourceRecord {
  const mark = marked?.comment;
  if (!marked || mark === undefined || marked.starts) return record;
  const [read] = parseRecords(record.text, { ...marked, comment: undefined, skip: 0 }, 1);
  if (read?.kind !== 'values' || read.values.length !== width) return record;
  const after = record.text.trimStart().slice(mark.length);
  const lone = read.values.filter((value) => value.trim() !== '').length === 1;
  if (lone && /^(?:\s|$)/.test(after)) return record;
  const { values, kind, malformed, mended, malformedAt } = read;
  return { ...record, values, kind, malformed, mended, ...(malformedAt === undefined ? {} : { malformedAt }) };
}

const footLengthOf = (records: readonly SourceRecord[], { width }: Layout, sums: Sums) =>
  footLength(
    records.map(({ values }) => ({ values, apart: false })),
    width,
    (values, at) =>
      sums.areMeans(
        values,
        records.slice(0, at).map((record) => record.values),
      ),
  );

function inTable(record: SourceRecord, layout: Layout, sums: Sums): SortedRecord {
  const { values } = record;
  const named = layout.totals && isNamedTotal(values, layout.width);
  if (layout.totals && (isTotal(values, layout.width, false) || (named && sums.fit(values)))) {
    sums.reset();
    return { record, is: 'total', reason: null };
  }
  const reason = faultOf(record, layout);
  if (reason === null && layout.totals) sums.add(values);
  return { record, is: reason === null ? 'row' : 'bad', reason };
}

function faultOf(record: SourceRecord, { width, gaps }: Layout): QuarantinedRow['reason'] | null {
  if (record.damaged) return 'invalidEncoding';
  if (record.text.length > maximumLineBytes) return 'lineTooLong';
  if (record.malformed) return 'unquotedValue';
  if (record.values.length < width) return 'missingColumns';
  if (record.values.length > width) return 'tooManyColumns';
  return gaps && !isAligned(record.text, gaps) ? 'misaligned' : null;
}
