import { createHash } from 'node:crypto';
import type { Locale } from '#shared/errors/index.ts';
import { guarded, unguarded } from '#shared/exports/index.ts';
import { type Dataset, type PlacedRow, quarantineWords } from '#shared/intake/index.ts';
import { fileOf, lineFormAt, quarantineMasker } from '../../../datasets/index.ts';
import { entriesOf } from '../../json/columns.ts';
import { isJson } from '../../json/isJson.ts';
import { textOf } from '../../jsonl/texts.ts';
import { proposedCells, textsOf } from '../cells.ts';
import { type Piece, piecesOf } from '../pieces.ts';

/**
 * A repair sheet: the quarantined rows of a dataset as a table that is mended in a spreadsheet and read back. First what
 * says which row it is, why it was kept apart, and (`_accept`, any mark) that it is right as it stands; then the fields of the dataset by their names.
 */
const marks = ['_line', '_file', '_check', '_reason', '_text', '_accept'] as const;
type Mark = (typeof marks)[number];

const fieldNames = ({ fields }: Dataset) => fields.map(({ name }) => name);

export const sheetHeader = (dataset: Dataset): readonly string[] => [...marks, ...fieldNames(dataset).map(guarded)];

/** How a sheet is written. */
export interface SheetWords {
  readonly locale: Locale;
  /** Whether columns that were left out of the dataset may be read in the text of a line: they may hold secrets. */
  readonly leftOut: 'shown' | 'hidden';
}

/** A quarantined row as one of the sheet: its cells where they can be told apart, and its whole text. */
export function sheetRow(dataset: Dataset, row: PlacedRow, { locale, leftOut }: SheetWords): readonly string[] {
  const file = fileOf(dataset, row);
  const form = lineFormAt(dataset, row);
  const hides = leftOut === 'hidden' && (form === null ? isAnyLeftOut(dataset) : form.columns.includes(null));
  const found = piecesOf(dataset, row);
  // In a line that is shifted nobody knows which cell is of the column that was left out.
  const pieces = hides && found.length !== form?.columns.length ? [] : found;
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

const isAnyLeftOut = ({ options }: Dataset) => (options.columns ?? []).some(({ skip }) => skip);

/** What a quarantined row has for each field, before anybody mends it. */
export function textsAsTheyStand(
  dataset: Dataset,
  row: PlacedRow,
  pieces: readonly Piece[] = piecesOf(dataset, row),
): readonly (string | null)[] {
  if (dataset.parts === undefined && (dataset.format === 'json' || dataset.format === 'jsonl'))
    return objectTexts(dataset, row.text);
  const cells = proposedCells(dataset, row, pieces);
  return textsOf(dataset, cells, pieces, lineFormAt(dataset, row)?.delimiter ?? '').texts;
}

/** By the keys of an object, one level deep, as objects become columns. */
function objectTexts({ fields, options }: Dataset, text: string): readonly (string | null)[] {
  const entries = isJson(text) && text.trim().startsWith('{') ? entriesOf(text) : [];
  const inner = entries.flatMap(({ key, value }) =>
    value.startsWith('{') ? entriesOf(value).map((entry) => [`${key}.${entry.key}`, entry.value] as const) : [],
  );
  const values = new Map([...inner, ...entries.map(({ key, value }) => [key, value] as const)]);
  const inFile = new Map((options.columns ?? []).map(({ column, name = column }) => [name, column]));
  return fields.map(({ name }) => textOf(values.get(inFile.get(name) ?? name) ?? 'null'));
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
  const fieldAt = names.map((name) => places.find((at) => unguarded(header[at] ?? '') === name) ?? -1);
  const missing = [
    ...(['_line', '_check'] as const).filter((mark) => placeOf.get(mark) === -1),
    ...names.filter((_, i) => fieldAt[i] === -1),
  ];
  const strange = places.flatMap((at) => (names.includes(unguarded(header[at] ?? '')) ? [] : [header[at] ?? '']));
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
