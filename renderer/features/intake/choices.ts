import { type encodings, type FieldType, type Preview, type ReadOptions, readableTypes } from '#shared/intake/index.ts';

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

/** Sets the type of one column, keeping what else was said of it. */
export function withColumnType(options: ReadOptions, column: string, type: FieldType): ReadOptions {
  const readable = readableTypes.find((each) => each === type);
  if (!readable) return options;
  const columns = options.columns ?? [];
  const at = columns.findIndex((each) => each.column === column);
  const next =
    at < 0 ? [...columns, { column, type: readable }] : columns.with(at, { ...columns[at], column, type: readable });
  return { ...options, columns: next };
}

/** Which settings mean anything for a file of this kind. */
export function settingsOf(preview: Pick<Preview, 'format'>) {
  const text = preview.format === 'delimited';
  return {
    text,
    header: text || preview.format === 'xlsx',
    sheet: preview.format === 'xlsx',
    encoding: text || preview.format === 'jsonl',
  };
}
