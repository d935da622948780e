import type { Dataset, QuarantinedRow } from '#shared/intake/index.ts';
import { quarantineMasker } from '../../datasets/index.ts';
import { type Form, parseRecords } from '../delimited/parse.ts';
import { quarantineTextLength } from '../limits.ts';

/** One cell of a quarantined line, and what may be shown of it. */
export interface Piece {
  readonly text: string;
  readonly shown: string;
  /** The fields that it may belong to, null for a column that was left out: several in a line with too many cells or too few. */
  readonly possible: readonly (string | null)[];
}

/** How the lines of a dataset's quarantine separate their cells; null where that is not known, or not to be shown. */
export function formOfLines({ format, options, parts }: Dataset): Form | null {
  const { delimiter = ',', quote = '"', columnStarts, escape: mark } = options;
  // Each of several files has columns and a dialect of its own.
  if (parts !== undefined || columnStarts !== undefined || mark === '\\') return null;
  switch (format) {
    case 'delimited':
      return { delimiter, quote, ...(quote === '"' ? { formulas: true } : {}) };
    case 'xlsx':
    case 'xls':
    case 'sqlite':
      return { delimiter, quote };
    case 'json':
    case 'jsonl':
    case 'parquet':
    case 'duckdb':
      return null;
  }
}

/** The cells of a quarantined line. A line of which not all is kept has none: its last one would be cut off. */
export function piecesOf(dataset: Dataset, row: QuarantinedRow): readonly Piece[] {
  const form = formOfLines(dataset);
  if (form === null || row.text.length >= quarantineTextLength) return [];
  const texts = cellsOf(row.text, form);
  const shown = cellsOf(quarantineMasker(dataset)(row).text, form);
  const columns = columnsOf(dataset);
  const shift = columns.length - texts.length;
  return texts.map((text, i) => ({
    text,
    // A mask that moves cells shows nobody's.
    shown: (shown.length === texts.length ? shown[i] : undefined) ?? '****',
    possible: columns.slice(Math.max(0, i + Math.min(0, shift)), i + Math.max(0, shift) + 1),
  }));
}

/** The field of each column of the file; null for one that was left out. */
export function columnsOf({ options, fields }: Dataset): readonly (string | null)[] {
  if (options.columns === undefined) return fields.map(({ name }) => name);
  return options.columns.map(({ column, name = column, skip }) => (skip ? null : name));
}

function cellsOf(line: string, form: Form): readonly string[] {
  const [record] = parseRecords(line, { ...form, skip: 0 }, 1);
  return record?.values ?? [];
}
