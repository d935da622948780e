import { AppError } from '#shared/errors/index.ts';
import type { ReadableType, ReadOptions } from '#shared/intake/index.ts';
import { maximumColumns } from '../limits.ts';
import { columnNames } from '../names.ts';
import { detectDialect } from './dialect.ts';
import { detectHeader } from './header.ts';
import type { LineEnd } from './lines.ts';
import type { Dialect } from './parse.ts';
import { type CsvRecord, parseRecords } from './parse.ts';
import { type TextKind, textKindOf } from './textKind.ts';
import { inferReader, readerFor, type ValueReader } from './values.ts';

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
}

/** Everything that is needed to read a delimited text. */
export interface DelimitedPlan {
  readonly dialect: Dialect;
  readonly header: boolean;
  /** By the sample; the whole file may say otherwise. */
  readonly lineEnd: LineEnd;
  readonly columns: readonly ColumnPlan[];
  readonly confidence: number;
  /** The records of the sample after the header, for previews. */
  readonly rows: readonly CsvRecord[];
}

/** Plans how to read a text by pieces of it (the first begins the file) and what the user fixed. */
export function planDelimited(pieces: readonly string[], options: ReadOptions, file: string): DelimitedPlan {
  if (pieces.every((piece) => piece.trim() === '')) throw new AppError('validation', 'fileEmpty', { file });
  const head = pieces[0] ?? '';
  const dialect = detectDialect(head, fixedDialect(options));
  const records = withoutBlanks(parseRecords(head, dialect));
  const header = options.header ?? detectHeader(records);
  const rows = header ? records.slice(1) : records;
  const width = tableWidth(header ? records[0] : undefined, rows);
  if (width > maximumColumns) {
    throw new AppError('validation', 'fileTooWide', { file, columns: width, limit: maximumColumns });
  }
  const names = columnNames(Array.from({ length: width }, (_, i) => (header ? (records[0]?.values[i] ?? '') : '')));
  const others = pieces.slice(1).flatMap((piece) => parseRecords(piece, { ...dialect, skip: 0 }));
  const fitting = [...rows, ...others].filter((record) => record.values.length === width);
  const columns = planColumns(names, (i) => fitting.map((record) => record.values[i] ?? ''), options, file);
  return {
    dialect,
    header,
    lineEnd: records.find(({ end }) => end !== undefined)?.end ?? '\n',
    columns,
    rows,
    confidence: dialect.confidence,
  };
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
    const reader = type === undefined ? inferReader(values, column) : readerFor(type, values);
    return {
      column,
      name: finalNames[i] ?? column,
      chosen: type !== undefined,
      skip,
      reason: settings.get(column)?.reason,
      textKind: textKindOf(values),
      ...reader,
    };
  });
}

function fixedDialect(options: ReadOptions): Partial<Dialect> {
  const { delimiter, quote, skip } = options;
  return {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(quote === undefined ? {} : { quote }),
    ...(skip === undefined ? {} : { skip }),
  };
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

function withoutBlanks(records: readonly CsvRecord[]): CsvRecord[] {
  return records.filter((record) => record.values.length > 1 || record.values[0] !== '');
}
