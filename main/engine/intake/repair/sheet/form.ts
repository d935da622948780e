import { createHash } from 'node:crypto';
import type { Locale } from '#shared/errors/index.ts';
import { guarded, unguarded } from '#shared/exports/index.ts';
import { type Dataset, type PlacedRow, quarantineWords } from '#shared/intake/index.ts';
import { quarantineMasker } from '../../../datasets/index.ts';
import { proposedCells, textsOf } from '../cells.ts';
import { fileOf } from '../counts.ts';
import { columnsOf, formOfLines, type Piece, piecesOf } from '../pieces.ts';

/**
 * A repair sheet: the quarantined rows of a dataset as a table that is mended in a spreadsheet and read back. First what
 * says which row it is, why it was kept apart, and (`_accept`, any mark) that it is right as it stands; then the fields of the dataset by their names.
 */
const marks = ['_line', '_file', '_check', '_reason', '_text', '_accept'] as const;
type Mark = (typeof marks)[number];

const fieldNames = ({ fields }: Dataset) => fields.map(({ name }) => name);

export const sheetHeader = (dataset: Dataset): readonly string[] => [...marks, ...fieldNames(dataset)];

/** How a sheet is written. */
export interface SheetWords {
  readonly locale: Locale;
  /** Whether columns that were left out of the dataset may be read in the text of a line: they may hold secrets. */
  readonly leftOut: 'shown' | 'hidden';
}

/** A quarantined row as one of the sheet: its cells where they can be told apart, and its whole text. */
export function sheetRow(dataset: Dataset, row: PlacedRow, { locale, leftOut }: SheetWords): readonly string[] {
  const file = fileOf(dataset, row);
  const hides = leftOut === 'hidden' && (dataset.options.columns ?? []).some(({ skip }) => skip);
  const found = piecesOf(dataset, row);
  // In a line that is shifted nobody knows which cell is of the column that was left out.
  const pieces = hides && found.length !== columnsOf(dataset).length ? [] : found;
  const texts = textsAsTheyStand(dataset, row, pieces);
  const reason = [quarantineWords[locale].reasons[row.reason], row.column, row.detail].filter(Boolean).join(' · ');
  const own: Readonly<Record<Mark, string>> = {
    ...{
      _line: String(row.line),
      _file: file ?? '',
      _check: checkOf(row),
      _reason: reason,
      _accept: '',
      _text: hides ? quarantineMasker(dataset)(row).text : row.text,
    },
  };
  return [...marks.map((mark) => guarded(own[mark])), ...texts.map((text) => guarded(text ?? ''))];
}

/** What a quarantined row has for each field, before anybody mends it. */
export function textsAsTheyStand(
  dataset: Dataset,
  row: PlacedRow,
  pieces: readonly Piece[] = piecesOf(dataset, row),
): readonly (string | null)[] {
  const cells = proposedCells(dataset, pieces, fileOf(dataset, row));
  return textsOf(dataset, cells, pieces, formOfLines(dataset)?.delimiter ?? '').texts;
}

/** Tells whether a sheet speaks of this row, or of one in the same place of another file. Begins with a letter, so that no spreadsheet takes it for a number. */
export const checkOf = ({ line, text }: Pick<PlacedRow, 'line' | 'text'>): string =>
  `c${createHash('sha256').update(`${line}\n${text}`).digest('hex').slice(0, 10)}`;

/** A row of a sheet that was read back. */
export interface SheetRow {
  readonly line: number;
  /** '' where the dataset is out of one file. */
  readonly file: string;
  readonly check: string;
  /** It is to be taken in though nothing in it was changed. */
  readonly accepted: boolean;
  /** One a field; null where the cell is empty. */
  readonly texts: readonly (string | null)[];
}

/** The rows of a sheet for this dataset; what is missing of its columns, or there is too much of, where it is not for it. */
export function sheetRows(
  dataset: Dataset,
  header: readonly (string | null)[],
  rows: readonly (readonly (string | null)[])[],
): { kind: 'rows'; rows: SheetRow[] } | { kind: 'otherColumns'; missing: string[]; strange: string[] } {
  // A field may be called as a mark is: the marks come first.
  const placeOf = new Map(marks.map((mark) => [mark, header.indexOf(mark)]));
  const places = header.map((_, at) => at).filter((at) => ![...placeOf.values()].includes(at));
  const names = fieldNames(dataset);
  const fieldAt = names.map((name) => places.find((at) => header[at] === name) ?? -1);
  const missing = [
    ...(['_line', '_check'] as const).filter((mark) => placeOf.get(mark) === -1),
    ...names.filter((_, i) => fieldAt[i] === -1),
  ];
  const strange = places.flatMap((at) => (names.includes(header[at] ?? '') ? [] : [header[at] ?? '']));
  if (missing.length > 0 || strange.length > 0) return { kind: 'otherColumns', missing, strange };
  const own = (row: readonly (string | null)[], mark: Mark) => unguarded(row[placeOf.get(mark) ?? -1] ?? '');
  return {
    kind: 'rows',
    rows: rows.map((row) => ({
      ...{ line: Number(own(row, '_line') || Number.NaN), file: own(row, '_file'), check: own(row, '_check') },
      accepted: own(row, '_accept').trim() !== '',
      texts: fieldAt.map((at) => unguarded(row[at] ?? '') || null),
    })),
  };
}
