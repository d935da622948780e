import type { Dataset, LineForm, QuarantinedRow } from '#shared/intake/index.ts';
import { lineFormAt, quarantineMasker } from '../../datasets/index.ts';
import { parseRecords } from '../delimited/parse.ts';
import { quarantineTextLength } from '../limits.ts';

/** One cell of a quarantined line, and what may be shown of it. */
export interface Piece {
  readonly text: string;
  readonly shown: string;
  /** The fields that it may belong to, null for a column that was left out: several in a line with too many cells or too few. */
  readonly possible: readonly (string | null)[];
}

/** The cells of a quarantined line. A line of which not all is kept has none: its last one would be cut off. */
export function piecesOf(dataset: Dataset, row: QuarantinedRow): readonly Piece[] {
  const form = lineFormAt(dataset, row);
  if (form === null || row.text.length >= quarantineTextLength) return [];
  const texts = cellsOf(row.text, form);
  const shown = cellsOf(quarantineMasker(dataset)(row).text, form);
  const { columns } = form;
  const shift = columns.length - texts.length;
  return texts.map((text, i) => ({
    text,
    // A mask that moves cells shows nobody's.
    shown: (shown.length === texts.length ? shown[i] : undefined) ?? '****',
    possible: columns.slice(Math.max(0, i + Math.min(0, shift)), i + Math.max(0, shift) + 1),
  }));
}

function cellsOf(line: string, { delimiter, quote, formulas }: LineForm): readonly string[] {
  const [record] = parseRecords(line, { delimiter, quote, ...(formulas ? { formulas } : {}), skip: 0 }, 1);
  return record?.values ?? [];
}
