import { AppError } from '#shared/errors/index.ts';
import type { ReadableType, ReadOptions } from '#shared/intake/index.ts';
import { maximumColumns } from '../limits.ts';
import { columnNames } from '../names.ts';
import { detectDialect } from './dialect.ts';
import { detectHeaderRows, mergeNames, repeatsHeader } from './header.ts';
import type { LineEnd } from './lines.ts';
import { type CsvRecord, type Dialect, isPlainDelimiter, parseRecords } from './parse.ts';
import { createSorter, type Layout, type SortedRecord } from './sorted.ts';
import { type TextKind, textKindOf } from './textKind.ts';
import { distinctOf, inferLeniently, isTyped, offsetsIn, readerFor, type ValueReader } from './values.ts';

/** How one column is read. */
export interface ColumnPlan extends ValueReader {
  /** Its name in the file, made unique. */
  readonly column: string;
  /** Its name in the dataset. */
  readonly name: string;
  /** The user fixed the type: it is not taken back when values don't fit. */
  readonly chosen: boolean;
  /** It is left out of the dataset. */
  readonly skip: boolean;
  /** Why it is not, though it looks like a secret. */
  readonly reason: string | undefined;
  /** Of the values as they stand, whatever they are read as. */
  readonly textKind: TextKind;
  /** Its moments are written with an offset from UTC, and kept as they are written. */
  readonly offset?: boolean;
}

/** Everything that is needed to read a delimited text. */
export interface DelimitedPlan {
  readonly dialect: Dialect;
  readonly header: boolean;
  /** Rows of the header; where it is not said, one or none. */
  readonly headerRows?: number;
  /** Total rows and what stands below the table are no rows. */
  readonly totals?: boolean;
  /** The mark of comments was given: what begins with it is no row, whatever it looks like. */
  readonly commentGiven?: boolean;
  /** Not what read_csv reads by itself: it is written anew for it, see rewrite.ts. */
  readonly irregular?: boolean;
  /** The names of columns as they stand in the file, '' where there is none. */
  readonly names?: readonly string[];
  /** By the sample; the whole file may say otherwise. */
  readonly lineEnd: LineEnd;
  readonly columns: readonly ColumnPlan[];
  readonly confidence: number;
  /** The records of the sample that are rows, for previews. */
  readonly rows: readonly CsvRecord[];
  /** Those that are none: title lines, comments, totals. */
  readonly aside?: readonly SortedRecord[];
}

/** Plans how to read a text by pieces of it (the first begins the file) and what the user fixed. */
export function planDelimited(
  pieces: readonly string[],
  options: ReadOptions,
  file: string,
  whole = pieces.length > 1,
): DelimitedPlan {
  if (pieces.every((piece) => piece.trim() === '')) throw new AppError('validation', 'fileEmpty', { file });
  const head = pieces[0] ?? '';
  const dialect = detectDialect(head, fixedDialect(options));
  const parsed = parseRecords(head, dialect);
  const records = parsed.filter(({ kind }) => kind === 'values');
  const headerRows = Math.min(headerRowsOf(options, dialect, records), records.length);
  const below = records.slice(headerRows);
  const width = dialect.starts?.length ?? tableWidth(headerRows > 0 ? records[0] : undefined, below);
  if (width > maximumColumns) {
    throw new AppError('validation', 'fileTooWide', { file, columns: width, limit: maximumColumns });
  }
  const last = pieces.length > 1 ? parseRecords(pieces.at(-1) ?? '', { ...dialect, skip: 0 }) : [];
  const commentGiven = options.comment !== undefined;
  const marked = commentGiven ? null : dialect;
  const layout = { skip: dialect.skip, headerRows, width, totals: options.totals ?? true, gaps: null, marked };
  const sorted = sortSample(head, preambleOf(head, dialect), parsed, pieces.length === 1 && whole, layout);
  const sortedLast = sortSample(pieces.at(-1) ?? '', [], last, true, { ...layout, skip: 0, headerRows: 0 });
  const header = records.slice(0, headerRows);
  const aside = [...sorted, ...sortedLast].filter(({ is }) => is === 'preamble' || is === 'comment' || is === 'total');
  const rows = sorted.filter(({ is }) => is === 'row' || is === 'bad').map(({ record }) => record);
  const names = namesOf(head, header, dialect, width);
  const others = pieces.slice(1).flatMap((piece) => parseRecords(piece, { ...dialect, skip: 0 }));
  const totals = new Set(aside.map(({ record }) => record.values));
  const repeats = (record: CsvRecord) => header.some(({ values }) => repeatsHeader(record.values, values));
  const fitting = [...rows, ...others].filter(
    (record) => record.values.length === width && !totals.has(record.values) && !repeats(record),
  );
  const texts = new Set(fitting.flatMap((record) => record.texts ?? []));
  const inferred = planColumns(columnNames(names), (i) => fitting.map(({ values }) => values[i] ?? ''), options, file);
  const columns = inferred.map((column, i) =>
    texts.has(i) && !column.chosen ? { ...column, type: 'text' as const, format: null, nullWords: false } : column,
  );
  const broken = whole && rows.some(({ malformed }) => malformed);
  const dosEnd = (pieces.at(-1) ?? '').endsWith('\u001a');
  const pages = [...below, ...others].some(repeats);
  return {
    dialect,
    header: headerRows > 0,
    headerRows,
    totals: options.totals ?? aside.some(({ is }) => is === 'total'),
    commentGiven,
    irregular: broken || pages || dosEnd || isIrregular(dialect, header, aside),
    names,
    lineEnd: records.find(({ end }) => end !== undefined)?.end ?? '\n',
    columns,
    rows,
    confidence: dialect.confidence,
    aside,
  };
}

function headerRowsOf(options: ReadOptions, dialect: Dialect, records: readonly CsvRecord[]): number {
  if (options.headerRows !== undefined) return options.headerRows;
  if (options.header === false) return 0;
  if (dialect.ruled) return 1;
  // Above columns of a fixed width names stand as they fit.
  const detected = dialect.starts ? Number(!isTypedRow(records[0])) : detectHeaderRows(records);
  return options.header === true ? Math.max(1, detected) : detected;
}

function isTypedRow(record: CsvRecord | undefined): boolean {
  return record === undefined || record.values.some(isTyped);
}

function namesOf(text: string, header: readonly CsvRecord[], dialect: Dialect, width: number): string[] {
  const [first] = header;
  if (!first) return Array.from({ length: width }, () => '');
  const words = text.slice(first.from, first.to).trim().split(/\s+/);
  // A header that is not aligned with its columns, one word for each.
  if (dialect.starts && !dialect.ruled && words.length === width) return words;
  if (header.length === 1) return Array.from({ length: width }, (_, i) => first.values[i] ?? '');
  return mergeNames(
    header.map(({ values }) => values),
    width,
  );
}

function isIrregular(dialect: Dialect, header: readonly CsvRecord[], aside: readonly SortedRecord[]): boolean {
  const { delimiter, comment, starts, formulas } = dialect;
  const special =
    formulas ||
    starts !== undefined ||
    dialect.escape !== undefined ||
    comment !== undefined ||
    !isPlainDelimiter(delimiter);
  const tall = header.length > 1 || header.some(({ values }) => values.some((value) => /[\r\n]/.test(value)));
  return special || tall || aside.some(({ is }) => is === 'total');
}

/** The lines above the table, each by itself. */
function preambleOf(text: string, dialect: Dialect): CsvRecord[] {
  const { skip, comment } = dialect;
  return skip === 0 ? [] : parseRecords(text, { delimiter: ',', quote: '', comment, starts: [0], skip: 0 }, skip);
}

function sortSample(
  text: string,
  preamble: readonly CsvRecord[],
  records: readonly CsvRecord[],
  whole: boolean,
  layout: Layout,
): SortedRecord[] {
  const sorter = createSorter(layout);
  const read = [...preamble, ...records].map((record) => ({
    ...record,
    text: text.slice(record.from, record.to),
    damaged: false,
  }));
  return [...sorter.push(read), ...sorter.end(whole)];
}

/** Types and names of columns: inferred from values, changed where the user said so. */
export function planColumns(
  names: readonly string[],
  valuesOf: (index: number) => readonly string[],
  options: ReadOptions,
  file: string,
): ColumnPlan[] {
  const settings = new Map((options.columns ?? []).map((setting) => [setting.column, setting]));
  for (const column of settings.keys()) {
    if (!names.includes(column)) throw new AppError('validation', 'columnOptionUnknown', { file, column });
  }
  const finalNames = columnNames(names.map((column) => settings.get(column)?.name ?? column));
  return names.map((column, i) => {
    const skip = settings.get(column)?.skip ?? false;
    // What is left out must not keep a row from being read.
    const type: ReadableType | undefined = skip ? 'text' : settings.get(column)?.type;
    const values = valuesOf(i);
    const distinct = distinctOf(values);
    const reader = type === undefined ? inferLeniently(values, column, distinct) : readerFor(type, values);
    return {
      column,
      name: finalNames[i] ?? column,
      chosen: type !== undefined,
      skip,
      reason: settings.get(column)?.reason,
      textKind: textKindOf(values, distinct),
      offset: reader.type === 'timestamp' && [...offsetsIn(distinct)].some((offset) => offset !== ''),
      ...reader,
    };
  });
}

function fixedDialect(options: ReadOptions): Partial<Dialect> {
  const { delimiter, quote, skip, comment, columnStarts: starts } = options;
  const said = { delimiter, quote, skip, escape: options.escape, comment, starts };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** The header says how wide the table is, unless no row is. */
function tableWidth(header: CsvRecord | undefined, rows: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { values } of rows) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  const named = header?.values.length;
  if (named !== undefined && (rows.length === 0 || counts.has(named))) return named;
  const most = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
  return Math.max(named ?? 1, most);
}
