import type { QuarantinedRow } from '#shared/intake/index.ts';
import { maximumLineBytes } from '../limits.ts';
import { isAligned } from './fixedWidth.ts';
import type { CsvRecord } from './parse.ts';
import { isFooter, isTotal } from './totals.ts';

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
}

/** Records at the end that may be totals or footers, though they look like rows. */
const lastRecords = 40;

/** Says of each record what it is. The last ones are held back until it is known that they are the last. */
export function createSorter(layout: Layout) {
  let headersLeft = layout.headerRows;
  const held: SourceRecord[] = [];

  const aboveTable = (record: SourceRecord): SortedRecord | null => {
    if (record.kind === 'blank') return { record, is: 'blank', reason: null };
    if (record.kind === 'comment') return { record, is: 'comment', reason: null };
    if (record.line <= layout.skip) return { record, is: 'preamble', reason: null };
    if (headersLeft > 0) {
      headersLeft--;
      return { record, is: 'header', reason: null };
    }
    return null;
  };

  return {
    /** The records that are decided by these. */
    push(records: readonly SourceRecord[]): SortedRecord[] {
      const sorted: SortedRecord[] = [];
      for (const record of records) {
        held.push(record);
        if (held.length > lastRecords * 2)
          for (const one of held.splice(0, lastRecords)) sorted.push(decide(one, false));
      }
      return sorted;
    },
    /** The rest; `whole`: nothing comes after it in the file. */
    end(whole = true): SortedRecord[] {
      const last = whole ? held.length - trailing(held, layout) : held.length;
      return held.splice(0).map((record, i) => decide(record, i >= last));
    },
  };

  function decide(record: SourceRecord, last: boolean): SortedRecord {
    return aboveTable(record) ?? inTable(record, layout, last);
  }
}

/** How many records at the end are totals, footers and blank lines. */
function trailing(records: readonly SourceRecord[], layout: Layout): number {
  let count = 0;
  while (count < records.length) {
    const record = records[records.length - 1 - count];
    if (!record || (record.kind === 'values' && !isBelow(record, layout, true))) break;
    count++;
  }
  return count;
}

function isBelow({ values }: SourceRecord, { width, totals }: Layout, last: boolean): boolean {
  return totals && (isTotal(values, width, last) || (last && isFooter(values, width)));
}

function inTable(record: SourceRecord, layout: Layout, last: boolean): SortedRecord {
  if (isBelow(record, layout, last)) return { record, is: 'total', reason: null };
  const reason = faultOf(record, layout);
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
