import {
  type ColumnOption,
  type encodings,
  type FieldType,
  type Preview,
  type ReadOptions,
  readableTypes,
} from '#shared/intake/index.ts';

/** Delimiters that have a name of their own in the words. */
export const namedDelimiters = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  pipe: '|',
  caret: '^',
  colon: ':',
  space: ' ',
} as const;
export type DelimiterName = keyof typeof namedDelimiters;
export const delimiterNames = Object.keys(namedDelimiters) as DelimiterName[];

export const quoteCharacters = { double: '"', single: "'", none: '' } as const;
export type QuoteName = keyof typeof quoteCharacters;
export const quoteNames = Object.keys(quoteCharacters) as QuoteName[];

/** What lines that are comments begin with. */
export const commentMarks = ['', '#', '//', ';', '--', '%'] as const;

/** Encodings as people call them. */
export const encodingLabels: Readonly<Record<(typeof encodings)[number], string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 / GBK',
  big5: 'Big5',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  shift_jis: 'Shift_JIS',
  'windows-1252': 'Windows-1252',
};

/** Leaves out what is undefined: an option that is not there means "detect". */
export function withOption(options: ReadOptions, change: Partial<Record<keyof ReadOptions, unknown>>): ReadOptions {
  const merged = { ...options, ...change };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as ReadOptions;
}

type ColumnChange = { column: string } & { [K in Exclude<keyof ColumnOption, 'column'>]?: ColumnOption[K] | undefined };

/** Says something of one column, keeping what else was said of it; what becomes undefined is no longer said. */
export function withColumn(options: ReadOptions, change: ColumnChange): ReadOptions {
  const columns = options.columns ?? [];
  const at = columns.findIndex((each) => each.column === change.column);
  const merged = Object.fromEntries(
    Object.entries({ ...columns[at], ...change }).filter(([, value]) => value !== undefined),
  );
  const option: ColumnOption = { ...merged, column: change.column };
  return { ...options, columns: at < 0 ? [...columns, option] : columns.with(at, option) };
}

/** Sets the type of one column, keeping what else was said of it. */
export function withColumnType(options: ReadOptions, column: string, type: FieldType): ReadOptions {
  const readable = readableTypes.find((each) => each === type);
  if (!readable) return options;
  return withColumn(options, { column, type: readable });
}

/** Which settings mean anything for a file of this kind. */
export function settingsOf(preview: Pick<Preview, 'format'>) {
  const text = preview.format === 'delimited';
  const database = preview.format === 'sqlite' || preview.format === 'duckdb';
  const workbook = preview.format === 'xlsx' || preview.format === 'xls';
  return {
    text,
    header: text || workbook,
    sheet: workbook || database,
    database,
    range: workbook,
    encoding: text || preview.format === 'jsonl' || preview.format === 'json',
  };
}
